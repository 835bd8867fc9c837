"""Percents, shares, counts and durations: sentences of our own, a line of comment a group."""

import pytest

from minerals.finders.quantities.finder import find


def found(text, *kinds):
    return [(m.text, m.low if m.low == m.high else (m.low, m.high), m.unit, m.modifier)
            for m in find(text) if m.kind in kinds]  # fmt: skip


P, PP = "percent", "percentage points"
PERCENTS = [  # sentence, [(span, value or (low, high), unit, modifier)]
    ("a royalty running from 5 per cent to 12 per cent", [("5 per cent to 12 per cent", (5, 12), P, "")]),
    ("about 60% of ore", [("60%", 60, P, "about")]),
    ("a 49 percent stake", [("49 percent", 49, P, "")]),
    ("rose 2.5 per cent in May", [("2.5 per cent", 2.5, P, "")]),
    ("up 12.5pc on the year", [("12.5pc", 12.5, P, "")]),
    ("by 40 pct", [("40 pct", 40, P, "")]),
    ("ten percent of staff", [("ten percent", 10, P, "")]),
    ("Twenty-five per cent agreed", [("Twenty-five per cent", 25, P, "")]),
    ("one hundred percent sure", [("one hundred percent", 100, P, "")]),
    ("half a per cent", [("half a per cent", 0.5, P, "")]),
    ("fell by 0.5 percentage points", [("0.5 percentage points", 0.5, PP, "")]),
    ("a one-percentage-point cut", [("one-percentage-point", 1, PP, "")]),
    ("half a percentage point", [("half a percentage point", 0.5, PP, "")]),
    ("up 3 percent points", [("3 percent points", 3, PP, "")]),
    ("a 1.2pp rise", [("1.2pp", 1.2, PP, "")]),
    ("a 25-per-cent tariff", [("25-per-cent", 25, P, "")]),
    ("a 25-percent tariff", [("25-percent", 25, P, "")]),
    ("growth of -0.3% in 2024", [("-0.3%", -0.3, P, "")]),
    ("+5% (−2%)", [("5%", 5, P, ""), ("−2%", -2, P, "")]),
    ("more than 90 % of it", [("90 %", 90, P, "more than")]),
    ("20%-plus growth", [("20%", 20, P, "plus")]),
    ("50% plus one share", [("50%", 50, P, "")]),
    ("60 percent or more", [("60 percent", 60, P, "or more")]),
    ("nearly\n70%", [("70%", 70, P, "nearly")]),
    # ranges and lists
    ("5-10%", [("5-10%", (5, 10), P, "")]),
    ("5%–10% tariffs", [("5%–10%", (5, 10), P, "")]),
    ("up to 5 to 10 percent", [("5 to 10 percent", (5, 10), P, "up to")]),
    ("between 15% and 20%", [("15% and 20%", (15, 20), P, "")]),
    ("between 15 and 20 per cent", [("15 and 20 per cent", (15, 20), P, "")]),
    ("ranging from 2% to 4%", [("2% to 4%", (2, 4), P, "")]),
    ("cut from 25% to 15%", [("25%", 25, P, ""), ("15%", 15, P, "")]),
    ("raised from 10 to 25 percent", [("10", 10, P, ""), ("25 percent", 25, P, "")]),
    ("by 5, 10 and 15 per cent", [("5", 5, P, ""), ("10", 10, P, ""), ("15 per cent", 15, P, "")]),
    ("two or three percent", [("two or three percent", (2, 3), P, "")]),
    # points that are said once: to a level, not up to it
    ("A is up 6 points to 15%, B up 3 to 11%.", [("15%", 15, P, ""), ("11%", 11, P, "")]),
    ("Sales are up 3 to 5%.", [("3 to 5%", (3, 5), P, "")]),
    # none
    ("a large percentage of them", []),
    ("per cent, percent, %", []),
    ("50 basis points", []),
    ("100%25 in /a%20b", [("100%", 100, P, "")]),
]


@pytest.mark.parametrize(("text", "expected"), PERCENTS)
def test_percents(text, expected):
    assert found(text, "percent") == expected


S = "share"
SHARES = [
    ("stocks climbed by a fifth so far this year", [("fifth", 0.2, S, "")]),
    ("sales were up a third.", [("third", 1 / 3, S, "")]),
    ("cover two-thirds of the economy", [("two-thirds", 2 / 3, S, "")]),
    ("Two thirds agreed", [("Two thirds", 2 / 3, S, "")]),
    ("a third of output", [("third", 1 / 3, S, "")]),
    ("about a third of output", [("third", 1 / 3, S, "about")]),
    ("more than one-third of it", [("one-third", 1 / 3, S, "more than")]),
    ("three-quarters of users", [("three-quarters", 0.75, S, "")]),
    ("three quarters of users", [("three quarters", 0.75, S, "")]),
    ("a quarter of exports", [("quarter", 0.25, S, "")]),
    ("nine-tenths of it", [("nine-tenths", 0.9, S, "")]),
    ("fell by a fifth.", [("fifth", 0.2, S, "")]),
    ("down nearly a quarter since May", [("quarter", 0.25, S, "nearly")]),
    ("half of the ore", [("half", 0.5, S, "")]),
    ("Half the ore", [("Half", 0.5, S, "")]),
    ("more than half of it", [("half", 0.5, S, "more than")]),
    ("grew by half.", [("half", 0.5, S, "")]),
    ("a two-thirds majority", [("two-thirds", 2 / 3, S, "")]),
    ("19 out of 20 minerals", [("19 out of 20", 0.95, S, "")]),
    ("one in five people", [("one in five", 0.2, S, "")]),
    ("nearly nine in 10", [("nine in 10", 0.9, S, "nearly")]),
    ("One in every three jobs", [("One in every three", 1 / 3, S, "")]),
    ("four out of every five", [("four out of every five", 0.8, S, "")]),
    ("one in 100,000 births", [("one in 100,000", 1e-5, S, "")]),
    ("one-in-five firms", [("one-in-five", 0.2, S, "")]),
    ("2/3 of all states", [("2/3", 2 / 3, S, "")]),
    ("another third is steel", [("third", 1 / 3, S, "")]),
    ("a quarter more than last year", [("quarter", 0.25, S, "")]),
    ("½ of the sites", [("½", 0.5, S, "")]),
    # of what stands before, or of all who were asked
    ("Just over a third say so", [("third", 1 / 3, S, "just over")]),
    ("and half said no", [("half", 0.5, S, "")]),
    ("a mine of which it bought half.", [("half", 0.5, S, "")]),
    ("the first half said little; a third said it was late", []),
    ("it took half a day", []),
    # none
    ("the third quarter", []),
    ("the first half of 2025", []),
    ("second half of the year", []),
    ("a quarter of a century", []),
    ("half an hour, half-year results", []),
    ("a third party, for a third time", []),
    ("its twenty-fifth year", []),
    ("three quarters in a row", []),
    ("half a million people", []),
    ("three in two days", []),
    ("11 in 2024, 5 in 12 months", []),
    ("the fourth of July, the fifth of May", []),
]


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_shares(text, expected):
    assert found(text, "share") == expected


COUNTS = [
    # modifiers across a line, without an article, and none of a tag
    ('<p class="x">\nTwo mines, more\nthan 40 sites, a minimum of 3 boats (>20 cars)',
     [("Two", 2, "mines", ""), ("40", 40, "sites", "more than"), ("3", 3, "boats", "minimum of"), ("20", 20, "cars", ">")]),
    # what the number is of stands before the verb
    ("the number of displaced people has risen to more than 122 million, up from 120 million a year earlier",
     [("122 million", 122_000_000, "people", "more than"), ("120 million", 120_000_000, "people", "")]),
    ("the numbers of jobless women jumped by 9% to 73.5 million", [("73.5 million", 73_500_000, "women", "")]),
    ("Evacuee numbers climb to 17,000", [("17,000", 17_000, "evacuee", "")]),
    ("call the phone numbers up to 12, for these numbers now 20", []),
    # peoples keep their capital
    ("10,000 Canadians and 3,000 North Koreans",
     [("10,000", 10_000, "Canadians", ""), ("3,000", 3000, "Koreans", "")]),
    ("its workforce went from 167 to 62 employees", [("167", 167, "employees", ""), ("62", 62, "employees", "")]),
    ("by year ten of the deal, and this year ten firms", [("ten", 10, "firms", "")]),
    # a measure before its noun, a people, adjectives with a comma between
    ("a 100 metric ton per year plant", [("100", 100, "ton", "")]),
    ("a 200 ton per day mill", [("200", 200, "ton", "")]),
    ("100 megawatt solar farms", [("100", 100, "farms", "")]),
    ("20 Chinese were held", [("20", 20, "Chinese", "")]),
    ("20 Chinese nationals", [("20", 20, "nationals", "")]),
    ("three small, remote islands", [("three", 3, "islands", "")]),
    ("in the top 3 overall, small firms", []),
    # a noun that is said before
    ("25 projects that dig, 24 refining, 10 recycling and 2 metal recovery.", [
        ("25", 25, "projects", ""), ("24", 24, "projects", ""), ("10", 10, "projects", ""), ("2", 2, "projects", "")]),
    ("two men, 34 and 41 years old", [("two", 2, "men", "")]),
    ("12 mines in all, 2025 being early", [("12", 12, "mines", "")]),
    ("The quake's death toll rose to 72 on Monday", [("72", 72, "", "")]),
    ("Deaths from the storm reached at least 31", [("31", 31, "", "at least")]),
    ("a workforce of 450", [("450", 450, "", "")]),
    ("(population 5,510)", [("5,510", 5510, "", "")]),
    ("the index rose to 72; the toll road, now 5; fell to 12", []),
    # a noun that is said after, and a number said twice
    ("in 10 and 15 villages", [("10", 10, "villages", ""), ("15", 15, "villages", "")]),
    ("3, 5 and 9 mines", [("3", 3, "mines", ""), ("5", 5, "mines", ""), ("9", 9, "mines", "")]),
    ("took 80 water and 35 soil samples", [("80", 80, "samples", ""), ("35", 35, "samples", "")]),
    ("Ann, 45, and 12 others", [("12", 12, "others", "")]),
    ("twenty-four (24) schools", [("twenty-four (24)", 24, "schools", "")]),
    ("nine (9) million voters", [("nine (9) million", 9e6, "voters", "")]),
    ("12 (twelve) tenders", [("12 (twelve)", 12, "tenders", "")]),
    ("six (5) tenders", []),
    # who is hurt: only with a noun
    ("The blast killed 14 and wounded 30. Nine dead, 40 injured at the port", []),
    ("Two men died and five were hurt", [("Two", 2, "men", ""), ("five", 5, "men", "")]),
    ("Two men died and five injured", [("Two", 2, "men", ""), ("five", 5, "men", "")]),
    ("Two men died. Some 50 were hurt", [("Two", 2, "men", "")]),
    ("The two have met; the three were held", []),
    # headlines and places before a number
    ("Landslide Kills 12 Miners In Peru", [("12", 12, "miners", "")]),
    ("Peru To Sell 40 Ships; Peru to Lease 20 Old Mines", [("40", 40, "ships", ""), ("20", 20, "mines", "")]),
    ("Ministry Signs 20 Deals", [("20", 20, "deals", "")]),
    ("The Top 10 Exporters Of 2024", [("10", 10, "exporters", "")]),
    ("In Ghana 30 pits were closed", [("30", 30, "pits", "")]),
    ("By July. Nine million Kenyans voted", [("Nine million", 9e6, "Kenyans", "")]),
    # sizes, marks and quotation marks between a number and its noun
    ("two 660-MW units and three 12-inch pipes",
     [("two", 2, "units", ""), ("660", 660, "MW", ""), ("three", 3, "pipes", ""), ("12", 12, "inch", "")]),
    ("**12** mines, <b>30</b> ports", [("12", 12, "mines", ""), ("30", 30, "ports", "")]),
    ("five “strategic” sites", [("five", 5, "sites", "")]),
    ("six OPEC+ producers", [("six", 6, "producers", "")]),
    ("60 comments Categories", [("60", 60, "comments", "")]),
    ("40 countriesThe ministry said jobs", [("40", 40, "countries", "")]),
    ("built by one\n     company in Oregon", [("one", 1, "company", "")]),
    ("100 or so guests", [("100", 100, "guests", "or so")]),
    ("4.5billion people", [("4.5billion", 4.5e9, "people", "")]),
    ("250 taxis, 30 skis and 12 menus", [("250", 250, "taxis", ""), ("30", 30, "skis", ""), ("12", 12, "menus", "")]),
    ("Only one smelter and one member agreed", [("one", 1, "smelter", ""), ("one", 1, "member", "")]),
    ("At least one boxed list, and at least one more", [("one", 1, "list", "at least")]),
    ("12 texts and one decision", [("12", 12, "texts", ""), ("one", 1, "decision", "")]),
    ("one decision and 12 texts", [("one", 1, "decision", ""), ("12", 12, "texts", "")]),
    ("hurt two men and one was held", [("two", 2, "men", "")]),
    ("seven *other* pupils, >=2 pupils", [("seven", 7, "pupils", ""), ("2", 2, "pupils", "")]),
    # behind a hyphen
    ("a 1,200-strong force", [("1,200", 1200, "strong", "")]),
    ("a three-judge panel", [("three", 3, "judge", "")]),
    ("a 60,000-square-foot shed", [("60,000", 60_000, "square foot", "")]),
    # units with slashes, and after a scale
    ("a 200MW/400MWh battery", [("200", 200, "MW", ""), ("400", 400, "MWh", "")]),
    ("a 50 MW/100 MWh battery", [("50", 50, "MW", ""), ("100", 100, "MWh", "")]),
    ("9,000 b/d of crude at 12 m/s", [("9,000", 9000, "b/d", ""), ("12", 12, "m/s", "")]),
    ("8k TEU, 2.1mn t and 3.5M bpd",
     [("8k", 8000, "TEU", ""), ("2.1mn", 2.1e6, "t", ""), ("3.5M", 3.5e6, "bpd", "")]),
    ("HIT 7.8 G/T GOLD", [("7.8", 7.8, "G/T", "")]),
    ("a half-million homes", [("half-million", 500_000, "homes", "")]),
    ("one or two people", [("one or two", (1, 2), "people", "")]),
    ("1M+ users", [("1M", 1_000_000, "users", "+")]),
    # the head of the noun phrase
    ("54 countries and the Commission", [("54", 54, "countries", "")]),
    ("11 new bilateral critical minerals frameworks", [("11", 11, "frameworks", "")]),
    ("17 other countries", [("17", 17, "countries", "")]),
    ("a set of 17 metallic elements essential to", [("17", 17, "elements", "")]),
    ("more than 1,200 people fled", [("1,200", 1200, "people", "more than")]),
    ("Some 4,000 well-paid jobs", [("4,000", 4000, "jobs", "some")]),
    ("five low- and middle-income states", [("five", 5, "states", "")]),
    ("12 bilateral and multilateral deals", [("12", 12, "deals", "")]),
    ("10 women and 20 children", [("10", 10, "women", ""), ("20", 20, "children", "")]),
    ("300 U.S. soldiers", [("300", 300, "soldiers", "")]),
    ("40 of the world's mines", [("40", 40, "mines", "")]),
    ("sold 300 and 200 cars", [("300", 300, "cars", ""), ("200", 200, "cars", "")]),
    ("for Python 3.8, 3.9 and 30 users", [("30", 30, "users", "")]),
    ("over 300 and 200 cars, respectively", [("300", 300, "cars", "over"), ("200", 200, "cars", "")]),
    ("the two countries' leaders", [("two", 2, "countries", "")]),
    ("three of its five mines", [("three", 3, "mines", ""), ("five", 5, "mines", "")]),
    ("20 of the 54 countries", [("20", 20, "countries", ""), ("54", 54, "countries", "")]),
    ("17 United States senators", [("17", 17, "senators", "")]),
    ("the UK's 11 biggest pension funds", [("11", 11, "funds", "")]),
    ("two sets of rules", [("two", 2, "sets", "")]),
    ("25 basis points", [("25", 25, "points", "")]),
    ("three times a week", [("three", 3, "times", "")]),
    ("the top 10 exporters", [("10", 10, "exporters", "")]),
    ("killing one person and two police", [("one", 1, "person", ""), ("two", 2, "police", "")]),
    # number words and scales
    ("a dozen developed economies", [("dozen", 12, "economies", "")]),
    ("at least two dozen countries", [("two dozen", 24, "countries", "at least")]),
    ("a hundred and ten ships", [("hundred and ten", 110, "ships", "")]),
    ("half a million people", [("half a million", 500_000, "people", "")]),
    ("1.4 billion people", [("1.4 billion", 1.4e9, "people", "")]),
    ("2.5m voters", [("2.5m", 2.5e6, "voters", "")]),
    ("two crore houses", [("two crore", 20_000_000, "houses", "")]),
    ("5 lakh farmers", [("5 lakh", 500_000, "farmers", "")]),
    ("10k jobs", [("10k", 10_000, "jobs", "")]),
    ("a population of 5.3 million.", [("5.3 million", 5.3e6, "", "")]),
    # units
    ("5,000 tonnes of copper", [("5,000", 5000, "tonnes", "")]),
    ("1.2 million tonnes", [("1.2 million", 1.2e6, "tonnes", "")]),
    ("1.2Mt of ore", [("1.2", 1.2, "Mt", "")]),
    ("some 60 kt a year", [("60", 60, "kt", "some")]),
    ("150,000 t of lithium", [("150,000", 150_000, "t", "")]),
    ("3.5t of gold", [("3.5", 3.5, "t", "")]),
    ("output of 5077 tU, up from 4744 tU", [("5077", 5077, "tU", ""), ("4744", 4744, "tU", "")]),
    ("explored up to G3 level.\n\n\"Two blocks were sold", [("Two", 2, "blocks", "")]),
    ("FREE ACCOUNT\n\n3 articles a month", [("3", 3, "articles", "")]),
    ("500MW and 2 GWh", [("500", 500, "MW", ""), ("2", 2, "GWh", "")]),
    ("12,000 ounces", [("12,000", 12_000, "ounces", "")]),
    ("10,000m begins", [("10,000", 10_000, "m", "")]),
    ("12m wide", [("12", 12, "m", "")]),
    ("1.5°C", [("1.5", 1.5, "°C", "")]),
    ("a 500-tonne load", [("500", 500, "tonne", "")]),
    ("a 16-nation bloc", [("16", 16, "nation", "")]),
    ("40 square kilometres", [("40", 40, "square kilometres", "")]),
    ("12 000 tonnes", [("12 000", 12_000, "tonnes", "")]),
    ("1½ tonnes", [("1½", 1.5, "tonnes", "")]),
    ("400 pounds of ore", [("400", 400, "pounds", "")]),
    ("2000 tonnes in 2000", [("2000", 2000, "tonnes", "")]),
    ("On 12 May 54 countries met", [("54", 54, "countries", "")]),
    ("about 2000 companies", [("2000", 2000, "companies", "about")]),
    # ranges
    ("10-15 countries", [("10-15", (10, 15), "countries", "")]),
    ("10 to 15 countries", [("10 to 15", (10, 15), "countries", "")]),
    ("between 10 and 15 countries", [("10 and 15", (10, 15), "countries", "")]),
    ("five or six mines", [("five or six", (5, 6), "mines", "")]),
    ("two to three million tonnes", [("two to three million", (2e6, 3e6), "tonnes", "")]),
    ("10,000–12,000 jobs", [("10,000–12,000", (10_000, 12_000), "jobs", "")]),
    ("up from 10 to 15 mines", [("10", 10, "mines", ""), ("15", 15, "mines", "")]),
    # modifiers after
    ("50-plus countries", [("50", 50, "countries", "plus")]),
    ("50+ countries", [("50", 50, "countries", "+")]),
    ("10 or more mines", [("10", 10, "mines", "or more")]),
    ("ten countries or more", [("ten", 10, "countries", "or more")]),
    # without a noun
    ("another 11 countries, and another 20 are interested",
     [("11", 11, "countries", ""), ("20", 20, "countries", "")]),
    ("killing at least 12. 49 were built and 35 more are planned", []),
    ("curbs on 12 metals and on five more (all heavy)",
     [("12", 12, "metals", ""), ("five", 5, "metals", "")]),
    ("12 mines; some 20-30 million tonnes, about 20 to 30 tonnes",
     [("12", 12, "mines", ""), ("20-30 million", (2e7, 3e7), "tonnes", "some"), ("20 to 30", (20, 30), "tonnes", "about")]),
    ("from 4 million barrels to 5.5 million in May",
     [("4 million", 4e6, "barrels", ""), ("5.5 million", 5.5e6, "barrels", "")]),
    ("three of them left", [("three", 3, "", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text, expected):
    assert found(text, "count") == expected


@pytest.mark.parametrize(
    "text",
    [
        "one of the countries; no one; one day; one another; one reason",
        "the 1st, 2nd and 21st meetings",
        "the 2025 data, in 2025 media said",
        "in 2025 exports rose; the 2025 elections",
        "on 5 February ministers met; February 5 talks; Feb. 4 talks",
        "Section 232 tariffs; Article 5 commitments; Chapter 11 cases",
        "pages 3 - 8; Phase 2 trials; scope 3 emissions; No. 1 priorities",
        "G7 leaders, the G20 and an MH-60R helicopters deal",
        "its Boeing 737 jets and Leopard 2 tanks",
        'the "Two Sessions" begin',
        "the Group of Seven nations; the Five Eyes allies",
        "at 5 pm ministers; 10:30 talks; at 9 o'clock meetings; 5.30pm events",
        "+64 4 439 8000 calls; Private Bag 18 901, Wellington 6160",
        "won 3-1, a 6-3 vote, 21-14 points",
        "version 2.0.1 users; v2 users; iOS 18 users",
        "dozens of materials, hundreds of jobs, millions of tons",
        "a three-way deal, a five-point plan",
        "a 9-year-old boy, 18 years old, aged 25 people, 4yo's",
        "195 Lambton Quay; 10 Downing Street",
        "https://a.example/2025/11/minerals-3-countries",
        "the 1990s, 737s, covid-19 cases, COP30 talks",
        "$5 million, 5%, 30 days, six months",
        "zero tariffs",
        "several hundred people, a few thousand jobs",
        "back to 2015 levels, above 2019 levels",
        "a 24/7 service, a 50/50 venture",
        "03:40 AM4 mins to read",
        "1. Countries agreed\n2. Ministers met\n3) Talks",
        "Deloitte Fast 50\nGenerate wealth weeks",
        "the Big Four banks; Fortune 500 firms; S&P 500 companies",
        "10 Baker Street shops; 45.5° N; the 2h 30m film",
        "INDEX........ 2 TABLES",
        "Units one to three will be sold; Units 3 and 4 reactors",
        "Sections 232 and 301 tariffs, Phases 2 or 3 trials, lines 12-14 are",
        "the Java 4.2 classes, C++23 modules, 3.10 will do",
        "by the ministers\n\n12\n\nof both countries",
        "the GCC 12 Series; the Airbus Top 200 Awards",
        "12 rupees, 30 euros",
        "the file a/20b/30c and 10 m/20 x",
    ],
)
def test_no_counts(text):
    assert found(text, "count") == []


DURATIONS = [
    ("within 30 days", [("30 days", 30, "day", "")]),
    ("a 60-day plan", [("60-day", 60, "day", "")]),
    ("for at least six months", [("six months", 6, "month", "at least")]),
    ("a one-year reprieve", [("one-year", 1, "year", "")]),
    ("the next five financial years", [("five financial years", 5, "year", "")]),
    ("two and a half years", [("two and a half years", 2.5, "year", "")]),
    ("half an hour", [("half an hour", 0.5, "hour", "")]),
    ("three to five years", [("three to five years", (3, 5), "year", "")]),
    ("a two- or three-year term", [("two- or three-year", (2, 3), "year", "")]),
    ("a six-to-eight-week delay", [("six-to-eight-week", (6, 8), "week", "")]),
    ("between 30 days and six months", [("30 days", 30, "day", ""), ("six months", 6, "month", "")]),
    ("two decades of 5 years' work", [("two decades", 2, "decade", ""), ("5 years", 5, "year", "")]),
    (
        "thirty (30) days, 15 milliseconds",
        [("thirty (30) days", 30, "day", ""), ("15 milliseconds", 15, "millisecond", "")],
    ),
    ("women aged 16 years, at 1400 hours, 24 hours", [("24 hours", 24, "hour", "")]),
    ("an 8-year-old boy, 18 years old, 65 years of age", []),
    ("one day, months, the 2025 financial year", []),
]


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_durations(text, expected):
    assert found(text, "duration") == expected
