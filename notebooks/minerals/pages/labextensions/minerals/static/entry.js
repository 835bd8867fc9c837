// An extension of JupyterLab as JupyterLab loads it, written by hand so that nothing has to be built.
// A link to a sentence selects it in its document, which nobody can type in, and pointing at a chart changes nothing.
(() => {
  let shared;
  const load = async (name) => (await Object.values(shared[name])[0].get())();

  // `#line=11,L12C3-L14C20` is a line for JupyterLab, counted from 0, and then a sentence, all of it counted from 1
  const SENTENCE = /L(\d+)C(\d+)-L(\d+)C(\d+)/;
  const select = ({ FileEditorWidget }) => {
    const toLine = FileEditorWidget.prototype.setFragment;
    FileEditorWidget.prototype.setFragment = async function (fragment) {
      const found = SENTENCE.exec(fragment);
      if (!found) return toLine.call(this, fragment);
      await this.context.ready;
      await this.revealed;
      const [line, column, lastLine, lastColumn] = found.slice(1).map((place) => Number(place) - 1);
      const { editor } = this.content;
      const range = { start: { line, column }, end: { line: lastLine, column: lastColumn } };
      editor.setSelection(range);
      const view = editor.editor;
      view.dispatch({ effects: view.constructor.scrollIntoView(editor.getOffsetAt(range.start), { y: "center" }) });
    };
  };

  // JupyterLab says of a file that it is read-only, and lets people type in it
  const lock = ({ FileEditorFactory }) => {
    const create = FileEditorFactory.prototype.createNewWidget;
    FileEditorFactory.prototype.createNewWidget = function (context) {
      const widget = create.call(this, context);
      context.ready.then(() => {
        if (!context.contentsModel.writable) widget.content.editor.setOption("readOnly", true);
      });
      return widget;
    };
  };

  // Plotly's renderer puts a picture that the browser draws in place of the stored one, and Plotly adds to what it is given
  const PLOTLY = "application/vnd.plotly.v1+json";
  const keep = ({ RenderMimeRegistry }) => {
    const create = RenderMimeRegistry.prototype.createRenderer;
    RenderMimeRegistry.prototype.createRenderer = function (type, ...rest) {
      const renderer = create.call(this, type, ...rest);
      if (type !== PLOTLY) return renderer;
      const render = renderer.renderModel;
      renderer.renderModel = function (model) {
        const { metadata, trusted } = model;
        const data = { ...model.data, [PLOTLY]: structuredClone(model.data[PLOTLY]) };
        return render.call(this, { data, metadata, trusted, setData: () => {} });
      };
      return renderer;
    };
  };

  (window._JUPYTERLAB ??= {}).minerals = {
    init: (scope) => { shared = scope; },
    get: async () => {
      const editors = await load("@jupyterlab/fileeditor");
      select(editors);
      lock(editors);
      keep(await load("@jupyterlab/rendermime"));
      return () => ({ __esModule: true, default: { id: "minerals:reading", autoStart: true, activate: () => {} } });
    },
  };
})();
