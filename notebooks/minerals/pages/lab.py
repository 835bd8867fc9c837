"""JupyterLab as `make lab` opens it: on the whole collection, with files that reading does not change.

Its root is the collection, so that a row's link reaches its document. A seed is shown and cannot be written. A
notebook that was only opened, or run and saved without a change, stays the same file to the byte. What else is set is
in `overrides.json`, and what JupyterLab has no setting for in `labextensions/`.
"""

import sys
from functools import cache
from pathlib import Path

from ipykernel.ipkernel import IPythonKernel
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from tornado import web

from ..tables import ROOT
from .run import METADATA

FIRST = "notebooks/00_start_here.ipynb"
SEEDS = "seeds"
HERE = Path(__file__).parent


class Contents(AsyncLargeFileManager):
    """The collection's files, as JupyterLab asks for them."""

    def is_writable(self, path):
        """Whether JupyterLab may write `path`: no seed."""
        return path.strip("/").split("/")[0] != SEEDS and super().is_writable(path)

    async def list_checkpoints(self, path):
        """The earlier states of the file; what is not written has none, and no folder for them."""
        return await super().list_checkpoints(path) if self.is_writable(path) else []

    async def get(self, path, content=True, type=None, format=None, require_hash=False):
        """The file, a notebook's metadata as JupyterLab will set them: what it need not set, it does not call a change."""
        model = await super().get(path, content, type, format, require_hash)
        if content and model["type"] == "notebook" and model["content"]["metadata"] == METADATA:
            model["content"]["metadata"].update(here())
        return model

    async def save(self, model, path=""):
        """Write the file; what a notebook says of this machine is left out, as it is wherever notebooks are written."""
        if await self.file_exists(path) and not self.is_writable(path):
            raise web.HTTPError(403, f"{path} is a source document: it can be read here, and not changed")
        metadata = model.get("content", {}).get("metadata", {}) if model.get("type") == "notebook" else {}
        if {key: metadata.get(key) for key in METADATA} == here():
            metadata.update(METADATA)
        return await super().save(model, path)


@cache
def here() -> dict:
    """What JupyterLab writes into the metadata of a notebook that it runs on this machine."""
    name = METADATA["kernelspec"]["name"]
    kernel = KernelSpecManager().get_kernel_spec(name)
    spec = {"display_name": kernel.display_name, "language": kernel.language, "name": name}
    return {"kernelspec": spec, "language_info": IPythonKernel.language_info}


def options() -> list[str]:
    """What JupyterLab is started with: no news is fetched or asked about."""
    return [
        f"--ServerApp.root_dir={ROOT}",
        "--ServerApp.contents_manager_class=minerals.pages.lab.Contents",
        f"--LabApp.default_url=/lab/tree/{FIRST}",
        f"--LabApp.app_settings_dir={HERE}",
        f"--LabApp.extra_labextensions_path={HERE / 'labextensions'}",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
    ]


if __name__ == "__main__":
    from jupyterlab.labapp import LabApp

    LabApp.launch_instance([*options(), *sys.argv[1:]])
