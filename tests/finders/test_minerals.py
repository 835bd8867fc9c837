"""Minerals: a table of sentences with every mention that each holds; hard cases of the corpus first."""

import csv
import re
from pathlib import Path

import pytest

from minerals.finders import Context
from minerals.finders.minerals import finder as minerals

FORM = {"": "name", "group": "group", "in": "in_name"}
NZ_LIST = Path(__file__).parents[2] / "data/reference/nz_critical_minerals_list_2025.csv"

# sentence | its mentions in order, `words = canonical name` (omitted where equal), then `in` for a part of a name;
# a group's form follows from its canonical name; ⏎ is a line break
SENTENCES = r"""
# -- the hard cases of the corpus
from aluminum to cobalt, from nickel to zinc | aluminum=aluminium; cobalt; nickel; zinc
cobalt, nickel, manganese, graphite and lithium – as well as “rare earths,” a set | cobalt; nickel; manganese; graphite; lithium; rare earths=REE
Demand for rare earth minerals grew | rare earth minerals=REE
price floor guarantee for rare-earths focused [MP Materials](#) | rare-earths=REE
The Pax Silica initiative, aimed at silicon supply chains | silicon
Corry would lead a delegation to the Critical Minerals Ministerial |
Reporting by Ana Diaz; editing by Jo Nickel and Sam Iron |
drawing a line in the sand; critical minerals, oil, gas and magnets; Silicon Valley |
NetballSilver Ferns and Golden handshakes |
# -- the word alone
lithium carbonate, iron ore, copper concentrate and zinc oxide | lithium; iron; copper; zinc
lithium-ion cells, coal-fired power, silicon metal, gallium arsenide | lithium; coal; silicon; gallium
neodymium-iron-boron magnets and samarium-cobalt magnets | neodymium; iron; boron; samarium; cobalt
lithium iron phosphate batteries | lithium; iron phosphate-
enriched uranium, titanium dioxide, manganese sulphate, tungsten carbide | uranium; titanium; manganese; tungsten
zircon, ilmenite, rutile and spodumene | zircon; ilmenite; rutile; spodumene
# -- spellings
cesium and caesium, sulfur and sulphur, aluminum and Aluminium | cesium=caesium; caesium; sulfur=sulphur; sulphur; aluminum=aluminium; Aluminium=aluminium
fluorspar (fluorite), baryte, barite, wolfram, yellowcake | fluorspar; fluorite=fluorspar; baryte=barite; barite; wolfram=tungsten; yellowcake=uranium
coking coal, met coal and thermal coal | coking coal=metallurgical coal; met coal=metallurgical coal; coal
phosphate rock, potash, bauxite and alumina | phosphate rock=phosphate; potash; bauxite; alumina
LITHIUM PRICES FALL | LITHIUM=lithium
Niobium. Tantalum: Both are rare. | Niobium=niobium; Tantalum=tantalum
# -- groups
rare earth elements (REEs) and platinum group metals (PGMs) | rare earth elements=REE; REEs=REE; platinum group metals=PGM; PGMs=PGM
lithium and REE blocks were auctioned | lithium; REE=REE
Mined PGMs and REEs: minerals that rose | PGMs=PGM; REEs=REE
heavy rare earths such as dysprosium and terbium | heavy rare earths=REE; dysprosium; terbium
rare earth magnets, rare-earth oxides, Rare Earths | rare earth=REE; rare-earth=REE; Rare Earths=REE
platinum-group metals, palladium and rhodium | platinum-group metals=PGM; palladium; rhodium
PGMs over the target; the REE conference |
aggregate and sand, mineral sands | aggregate and sand=aggregate and sand; mineral sands=mineral sands
# -- lead
lead and zinc mines; zinc and lead; lead-zinc ore; copper, lead, tin | lead; zinc; zinc; lead; lead; zinc; copper; lead; tin
a lead smelter, lead prices, lead-acid batteries and tonnes of lead | lead; lead; lead; lead
It will lead the way, lead to losses, and take the lead in gold | gold
the lead author, lead times, a lead role, leading, leads |
to lead production of nickel; who lead mining companies | nickel
Gold and lead the metal; copper and lead the way | Gold=gold; copper
LME three-month lead rose | lead
Lead prices rose | Lead=lead
# -- figures of speech, prizes, other things
a gold medal, the gold standard, a gold rush, black gold, Gold Coast |
She won gold in the sprint; silver at the Olympics |
a silver lining, a silver bullet, the silver screen; to iron out |
an iron fist, the Iron Dome, cast-iron guarantee, iron deficiency, ironing |
the mercury rose to 40 degrees; Mercury is a planet; mercury pollution | mercury
tin cans, a tin ear, a tin of paint; tin ingots | tin
platinum sponsors; a platinum jubilee; nickel-and-dime; cobalt blue |
Google Chrome and the chrome browser; chrome ore | chrome=chromium
rich in vitamins, iron and zinc |
steel, stainless steel; brass, bronze, concrete, salt | steel; steel
steel-making, hot-rolled steel; steely; nerves of steel; a steel band; the Steel City | steel; steel
Nippon Steel makes steel; tariffs from iron to steel | Steel=steel in; steel; iron; steel
see https://lithium-news.example/gold or nickel@copper.example |
# -- names
Lithium Americas, Korea Zinc and Graphite One rose | Lithium=lithium in; Zinc=zinc in; Graphite=graphite in
Lynas Rare Earths and American Rare Earths Ltd signed | Rare Earths=REE in; Rare Earths=REE in
MP Materials, Pilbara Minerals and Albemarle |
he left Barrick Gold; Nickel Industries said | Gold=gold in; Nickel=nickel in
shares of Century Aluminum, the World Gold Council | Aluminum=aluminium in; Gold=gold in
(NYSE: GOLD) shares; TSX:GOLD; ASX: LITHIUM |
On the page stood Gold US$5,012/oz; shares of Gold Road fell | Gold=gold; Gold=gold in
PERU: COPPER OUTPUT RISES; CHINA: TIN, ZINC SHIPMENTS FALL | COPPER=copper; TIN=tin; ZINC=zinc
The Copper price; Lithium prices rose. Cobalt fell | Copper=copper; Lithium=lithium; Cobalt=cobalt
- Lithium⏎- Rare Earth Elements⏎- Gold | Lithium=lithium; Rare Earth Elements=REE; Gold=gold
US Signs Lithium Deal With Chile as Copper Soars | Lithium=lithium; Copper=copper
Minerals: Nickel, Cobalt and Copper | Nickel=nickel; Cobalt=cobalt; Copper=copper
the Nolans Rare Earth Project; the Nolans rare earth project | Rare Earth=REE in; rare earth=REE
At Lynas Rare Earths profits fell.⏎Lynas Rare Earths Wins New Contract | Rare Earths=REE in; Rare Earths=REE in
Nate Silver and Jared Diamond wrote it |
# -- what real sentences added
Copper 6,861.50 35.5 Aluminium 2,334 Lead 2,348.50 7.5 Zinc 3,091.50 | Copper=copper; Aluminium=aluminium; Lead=lead; Zinc=zinc
ZINC | 2376.0 | LEAD | 2376.0 | TIN | ZINC=zinc; LEAD=lead; TIN=tin
Lead lost 0.1%; lead advanced 1%; tightness in lead; lead in drinking water | Lead=lead; lead; lead; lead
Joint Lead Manager; blood lead levels; they lead 11 firms | lead
diamond drill holes; Diamond drilling hit 2.9% nickel; blood diamonds | nickel; diamonds=diamond
India's Coal India, Hindustan Copper and Hindustan Zinc Ltd. | Coal=coal in; Copper=copper in; Zinc=zinc in
Antilles Gold Limited (“Antilles Gold”) (ASX: AAU); the Hyperion Gold Deposit | Gold=gold in; Gold=gold in; Gold=gold in
Zhejiang Huayou Cobalt and Salene Chrome said | Cobalt=cobalt in; Chrome=chromium in
# -- in headlines, lists and titles
Kestrel Gold Closes Its First Placement; Umbra Copper Drills Deep | Gold=gold in; Copper=copper in
Spot Gold Hits New High as Copper Slides | Gold=gold; Copper=copper
the Duncan Gold Project and the Nelson Copper mine | Gold=gold in; Copper=copper in
Copper mine output fell. Gold companies rose | Copper=copper; Gold=gold
the Copper-Gold trend; Rare Earth Permanent Magnets; Lithium Carbonate prices | Copper=copper; Gold=gold; Rare Earth=REE; Lithium=lithium
he sold Kestrel Copper & Gold, and Antimony Resources bought it | Copper=copper in; Gold=gold in; Antimony=antimony in
Metals Gold⏎Market cap | Gold=gold
<p>Umbra Platinum said so | Platinum=platinum in
Lead: stocks are low. Lead was steady. Lead has fallen | Lead=lead; Lead=lead; Lead=lead
Lead author: J. Roe. The lead was long |
The only metal that fell was lead. They told the metal trader they would lead. |  lead
ferro-chrome and silico-manganese | ferro-chrome=ferrochrome; silico-manganese=silicomanganese
beryl, antimonial lead, primary lead | beryl; lead; lead
coal seam gas; an iron-willed coach; the silver economy; borax and zeolites | borax=boron; zeolites=zeolite
The miners' PGMs; HREEs in ionic clays | PGMs=PGM; HREEs=REE
0.3 g/t PGE with palladium; 12m at 34.5g/t gold from 397m | PGE=PGM; palladium; gold
"""
GROUPS = {"REE": "rare earth elements", "PGM": "platinum group metals"}


def _cases() -> list[tuple[str, list[tuple[str, str, str]]]]:
    cases = []
    for line in SENTENCES.strip().split("\n"):
        if line.startswith("#"):
            continue
        sentence, _, mentions = line.replace("⏎", "\n").rpartition(" |")
        expected = []
        for each in filter(None, (part.strip() for part in mentions.split(";"))):
            words, mineral, form = re.fullmatch(r"([^=]+?)(?:=(.+?))?( in)?", each).groups()
            mineral = GROUPS.get(mineral, mineral or words)
            group = mineral in [*GROUPS.values(), "aggregate and sand", "mineral sands"]
            if not words.endswith("-"):
                expected.append((words, mineral, "in_name" if form else "group" if group else "name"))
        cases.append((sentence, expected))
    return cases


@pytest.mark.parametrize(("sentence", "expected"), _cases())
def test_sentence(sentence, expected):
    found = minerals.find(sentence, Context())
    assert [(m.text, m.mineral, m.form) for m in found] == expected
    assert all(sentence[m.start : m.end] == m.text and m.kind == "mineral" for m in found)


def test_every_entry_of_the_new_zealand_list_is_found():
    with NZ_LIST.open(encoding="utf-8", newline="") as file:
        listed = [row["mineral"] for row in csv.DictReader(file)]
    assert len(listed) == 37
    assert [entry for entry in listed if not minerals.find(entry)] == []


def test_the_rare_earths_are_a_group_of_seventeen():
    members = [mineral for mineral, group in minerals.groups().items() if group == "rare earth elements"]
    elements = [mineral for mineral in members if mineral.endswith("ium") or mineral == "lanthanum"]
    assert len(elements) == 17
