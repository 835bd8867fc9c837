"""Money: how English marks currencies and writes amounts, a line of comment a group."""

import pytest

from minerals.finders import Context
from minerals.finders.base import Mention
from minerals.finders.quantities.finder import find
from minerals.finders.quantities.money import CURRENCIES

M, B, T = 10**6, 10**9, 10**12


def country(iso3, times=1, form="name"):
    return [Mention("country", 0, 0, "", iso3=iso3, form=form)] * times


def money(text, context=Context(), places=()):
    found = [m for m in find(text, context, lambda: list(places)) if m.kind == "money"]
    return [(m.text, m.low, m.high, m.currency, m.modifier) for m in found]


ONE = [  # sentence, span, amount, currency, modifier
    # dollar signs of the wire services and of national styles
    ("Sales hit US$12 billion.", "US$12 billion", 12 * B, "USD", ""),
    ("a U.S.$500 million bond", "U.S.$500 million", 500 * M, "USD", ""),
    ("a $US400 million loan", "$US400 million", 400 * M, "USD", ""),
    ("worth A$4.6 billion.", "A$4.6 billion", 4.6 * B, "AUD", ""),
    ("about AU$1.2bn in loans", "AU$1.2bn", 1.2 * B, "AUD", "about"),
    ("a $A250m facility", "$A250m", 250 * M, "AUD", ""),
    ("nearly NZ$3b a year", "NZ$3b", 3 * B, "NZD", "nearly"),
    ("C$2-billion plant", "C$2-billion", 2 * B, "CAD", ""),
    ("up to CA$40 million", "CA$40 million", 40 * M, "CAD", "up to"),
    ("HK$7.8bn in revenue", "HK$7.8bn", 7.8 * B, "HKD", ""),
    ("at least S$1.5 million", "S$1.5 million", 1.5 * M, "SGD", "at least"),
    ("NT$30 billion of orders", "NT$30 billion", 30 * B, "TWD", ""),
    ("some R$5 billion", "R$5 billion", 5 * B, "BRL", "some"),
    ("MX$900 million", "MX$900 million", 900 * M, "MXN", ""),
    ("N$45 million was paid", "N$45 million", 45 * M, "NAD", ""),
    ("EC$12 million", "EC$12 million", 12 * M, "XCD", ""),
    ("a US $15 million grant", "US $15 million", 15 * M, "USD", ""),
    # codes before and after, with and without a space
    ("USD 5m was paid", "USD 5m", 5 * M, "USD", ""),
    ("fined EUR 250,000 in court", "EUR 250,000", 250_000, "EUR", ""),
    ("costs of CHF500 million", "CHF500 million", 500 * M, "CHF", ""),
    ("a loan of 20 million USD", "20 million USD", 20 * M, "USD", ""),
    ("AUD$60,000 a year", "AUD$60,000", 60_000, "AUD", ""),
    ("paid 750,000 CAD", "750,000 CAD", 750_000, "CAD", ""),
    ("SEK 3.5bn", "SEK 3.5bn", 3.5 * B, "SEK", ""),
    ("$8 million USD in all", "$8 million USD", 8 * M, "USD", ""),
    ("$8 million Canadian dollars", "$8 million Canadian dollars", 8 * M, "CAD", ""),
    # other signs
    ("some €500 million", "€500 million", 500 * M, "EUR", "some"),
    ("It cost 500 €.", "500 €", 500, "EUR", ""),
    ("£1.5bn of cuts", "£1.5bn", 1.5 * B, "GBP", ""),
    ("raised £250k", "£250k", 250_000, "GBP", ""),
    ("¥300 billion", "¥300 billion", 300 * B, "JPY", ""),
    ("more than B/.15 billion for the locks", "B/.15 billion", 15 * B, "PAB", "more than"),
    ("Rs 2,77,557 crore", "Rs 2,77,557 crore", 2_775_570_000_000, "INR", ""),
    ("Rs. 86 thousand crores", "Rs. 86 thousand crores", 860 * B, "INR", ""),
    ("₹2,000 crore was set aside", "₹2,000 crore", 20 * B, "INR", ""),
    ("Rs 34,300 crore mission", "Rs 34,300 crore", 343 * B, "INR", ""),
    ("Rs. 1.5 lakh crore", "Rs. 1.5 lakh crore", 1.5 * T, "INR", ""),
    ("INR 12,34,567 was spent", "INR 12,34,567", 1_234_567, "INR", ""),
    ("₦200 billion", "₦200 billion", 200 * B, "NGN", ""),
    ("a litre at N825 a litre", "N825", 825, "NGN", ""),
    ("R25.50 for bread", "R25.50", 25.5, "ZAR", ""),
    ("N500 million was released", "N500 million", 500 * M, "NGN", ""),
    ("R1,5 billion over three years", "R1,5 billion", 1.5 * B, "ZAR", ""),
    ("R12 000 a month", "R12 000", 12_000, "ZAR", ""),
    ("a R350-million smelter", "R350-million", 350 * M, "ZAR", ""),
    ("GH¢50 million", "GH¢50 million", 50 * M, "GHS", ""),
    ("KSh3.2 billion", "KSh3.2 billion", 3.2 * B, "KES", ""),
    ("Sh500 million was lost", "Sh500 million", 500 * M, "", ""),
    ("Rp 500 trillion", "Rp 500 trillion", 500 * T, "IDR", ""),
    ("RM1.2 million", "RM1.2 million", 1.2 * M, "MYR", ""),
    ("₱15 billion", "₱15 billion", 15 * B, "PHP", ""),
    ("P15.5 billion budget", "P15.5 billion", 15.5 * B, "PHP", ""),
    ("₩4 trillion", "₩4 trillion", 4 * T, "KRW", ""),
    ("at Yuan 85,100/t", "Yuan 85,100", 85_100, "CNY", ""),
    ("raised 5 Million Dollars", "5 Million Dollars", 5 * M, "USD", ""),
    ("3.0 Singapore Cents", "3.0 Singapore Cents", 0.03, "SGD", ""),
    ("RMB 800 million", "RMB 800 million", 800 * M, "CNY", ""),
    ("S/ 40 million", "S/ 40 million", 40 * M, "PEN", ""),
    ("₺10 million", "₺10 million", 10 * M, "TRY", ""),
    ("Birr 2.3 billion", "Birr 2.3 billion", 2.3 * B, "ETB", ""),
    ("an outlay of Rs.16,300 crore", "Rs.16,300 crore", 163 * B, "INR", ""),
    ("costs of\nRs.500 crore\nin all", "Rs.500 crore", 5 * B, "INR", ""),
    ("it is R30 for the first month", "R30", 30, "ZAR", ""),
    ("you pay R129 p/m from then", "R129", 129, "ZAR", ""),
    ("a fee of R45", "R45", 45, "ZAR", ""),
    # rupees that are left out
    ("an outlay of 1,500 crore for roads", "1,500 crore", 15 * B, "INR", ""),
    ("worth about 12 lakh, it said", "12 lakh", 1_200_000, "INR", "about"),
    ("$550 BILLION WILL BE SPENT", "$550 BILLION", 550 * B, "USD", ""),
    # less than nothing
    ("a loss of -$5 million", "-$5 million", -5 * M, "USD", ""),
    ("a result (−€3bn)", "−€3bn", -3 * B, "EUR", ""),
    ("at 75¢ a pound", "75¢", 0.75, "USD", ""),
    # what only looks like a modifier, and one in brackets
    ("it adds up to a $28 billion bill", "$28 billion", 28 * B, "USD", ""),
    ("worth up to a $28 billion", "$28 billion", 28 * B, "USD", "up to"),
    ("(about 63.4 trillion U.S. dollars)", "63.4 trillion U.S. dollars", 63.4 * T, "USD", "about"),
    # nouns, with the country or without it
    ("5 billion yen a year", "5 billion yen", 5 * B, "JPY", ""),
    ("about 30 million Australian dollars", "30 million Australian dollars", 30 * M, "AUD", "about"),
    ("2.5 million U.S. dollars", "2.5 million U.S. dollars", 2.5 * M, "USD", ""),
    ("300 million euros ($330 million)", "300 million euros", 300 * M, "EUR", ""),
    ("70 billion yuan of bonds", "70 billion yuan", 70 * B, "CNY", ""),
    ("1.4 trillion won", "1.4 trillion won", 1.4 * T, "KRW", ""),
    ("4 billion Saudi riyals", "4 billion Saudi riyals", 4 * B, "SAR", ""),
    ("4 billion riyals", "4 billion riyals", 4 * B, "SAR", ""),
    ("600 million UAE dirhams", "600 million UAE dirhams", 600 * M, "AED", ""),
    ("600 million Moroccan dirhams", "600 million Moroccan dirhams", 600 * M, "MAD", ""),
    ("9 billion CFA francs", "9 billion CFA francs", 9 * B, "XOF", ""),
    ("1.2 billion Norwegian kroner", "1.2 billion Norwegian kroner", 1.2 * B, "NOK", ""),
    ("900 million Swedish crowns", "900 million Swedish crowns", 900 * M, "SEK", ""),
    ("20 million Swiss francs", "20 million Swiss francs", 20 * M, "CHF", ""),
    ("3 billion pesos", "3 billion pesos", 3 * B, "", ""),
    ("3 billion Chilean pesos", "3 billion Chilean pesos", 3 * B, "CLP", ""),
    ("500 million rand", "500 million rand", 500 * M, "ZAR", ""),
    ("40 million reais", "40 million reais", 40 * M, "BRL", ""),
    ("7 million Egyptian pounds", "7 million Egyptian pounds", 7 * M, "EGP", ""),
    ("10 million pounds sterling", "10 million pounds sterling", 10 * M, "GBP", ""),
    ("two million rupees", "two million rupees", 2 * M, "INR", ""),
    ("15 billion Kenyan shillings", "15 billion Kenyan shillings", 15 * B, "KES", ""),
    # number words
    ("half a billion dollars", "half a billion dollars", 500 * M, "USD", ""),
    ("more than half a million euros", "half a million euros", 500_000, "EUR", "more than"),
    ("a million dollars", "million dollars", M, "USD", ""),
    ("a billion-dollar mine", "billion-dollar", B, "USD", ""),
    ("two and a half billion dollars", "two and a half billion dollars", 2.5 * B, "USD", ""),
    ("a quarter of a million dollars", "quarter of a million dollars", 250_000, "USD", ""),
    ("EPS of 45.6 cents", "45.6 cents", 0.456, "USD", ""),
    ("lamb at 95c a kilo", "95c", 0.95, "USD", ""),
    ("wool at 745c/kg", "745c", 7.45, "USD", ""),
    ("shares fell 3.5c to $1.20", "3.5c", 0.035, "USD", ""),
    ("up 2c, or 1.1 per cent,", "2c", 0.02, "USD", ""),
    ("paid 50 quid", "50 quid", 50, "GBP", ""),
    ("costs of 40 million US$", "40 million US$", 40 * M, "USD", ""),
    ("ten dollars a day", "ten dollars", 10, "USD", ""),
    ("50 cents a litre", "50 cents", 0.5, "USD", ""),
    ("It costs 80 euro cents", "80 euro cents", 0.8, "EUR", ""),
    # suffixes
    ("$85k", "$85k", 85_000, "USD", ""),
    ("$5M seed round", "$5M", 5 * M, "USD", ""),
    ("$1.2MM", "$1.2MM", 1.2 * M, "USD", ""),
    ("$3tn economy", "$3tn", 3 * T, "USD", ""),
    ("$2.1trn", "$2.1trn", 2.1 * T, "USD", ""),
    ("a $4T firm", "$4T", 4 * T, "USD", ""),
    ("€30 mn", "€30 mn", 30 * M, "EUR", ""),
    ("$5.5-million", "$5.5-million", 5.5 * M, "USD", ""),
    ("copper at $9,850.50 a tonne", "$9,850.50", 9850.5, "USD", ""),
    ("$80.25/lb", "$80.25", 80.25, "USD", ""),
    ("$0.05/kWh", "$0.05", 0.05, "USD", ""),
    # modifiers after
    ("a $1bn-plus deal", "$1bn", B, "USD", "plus"),
    ("fines of $10 million or more", "$10 million", 10 * M, "USD", "or more"),
    ("$100m+ in sales", "$100m", 100 * M, "USD", "+"),
    ("$100+ million in sales", "$100+ million", 100 * M, "USD", "+"),
    ("an estimated $40 billion", "$40 billion", 40 * B, "USD", "an estimated"),
    ("as much as €90 million", "€90 million", 90 * M, "EUR", "as much as"),
    ("Just under £7m", "£7m", 7 * M, "GBP", "just under"),
    (">$20 million", "$20 million", 20 * M, "USD", ">"),
    # escaped, wrapped, bracketed
    (r"a \$400 million stake", "$400 million", 400 * M, "USD", ""),
    (r"[\\$2 billion](#) of", "$2 billion", 2 * B, "USD", ""),
    ("nearly $12\nbillion in all", "$12\nbillion", 12 * B, "USD", "nearly"),
    ("**$5 million**", "$5 million", 5 * M, "USD", ""),
    ("$\u00a05 million", "$\u00a05 million", 5 * M, "USD", ""),
]


@pytest.mark.parametrize(("text", "span", "amount", "currency", "modifier"), ONE)
def test_an_amount(text, span, amount, currency, modifier):
    assert money(text)[:1] == [(span, amount, amount, currency, modifier)]


RANGES = [  # sentence, [(span, low, high)]
    ("$5-6 billion", [("$5-6 billion", 5 * B, 6 * B)]),
    ("guidance: $400-450m.", [("$400-450m", 400 * M, 450 * M)]),
    ("$20-30k", [("$20-30k", 20_000, 30_000)]),
    ("$1.2 to $1.5bn", [("$1.2 to $1.5bn", 1.2 * B, 1.5 * B)]),
    ("US$10m–US$15m", [("US$10m–US$15m", 10 * M, 15 * M)]),
    ("between $3 million and $4 million", [("$3 million and $4 million", 3 * M, 4 * M)]),
    ("$500 to $1 million", [("$500 to $1 million", 500, M)]),
    ("two to three billion dollars", [("two to three billion dollars", 2 * B, 3 * B)]),
    ("€50-million to €60-million", [("€50-million to €60-million", 50 * M, 60 * M)]),
    ("ranging from $2m to $9m", [("$2m to $9m", 2 * M, 9 * M)]),
    ("5 or 6 million euros", [("5 or 6 million euros", 5 * M, 6 * M)]),
    ("£5m-6m", [("£5m-6m", 5 * M, 6 * M)]),
    ("£5 billion-6 billion", [("£5 billion-6 billion", 5 * B, 6 * B)]),
    ("Rs 10,000-20,000 crore", [("Rs 10,000-20,000 crore", 100 * B, 200 * B)]),
    ("1.2 to 1.5 billion US dollars", [("1.2 to 1.5 billion US dollars", 1.2 * B, 1.5 * B)]),
    # two amounts, no range
    ("shares rose $2 to $84", [("$2", 2, 2), ("$84", 84, 84)]),
    ("up from $3 million to $4 million", [("$3 million", 3 * M, 3 * M), ("$4 million", 4 * M, 4 * M)]),
    ("$3 million and $4 million", [("$3 million", 3 * M, 3 * M), ("$4 million", 4 * M, 4 * M)]),
    ("gave $5 million to 10 countries", [("$5 million", 5 * M, 5 * M)]),
    ("US$12 billion (€10b)", [("US$12 billion", 12 * B, 12 * B), ("€10b", 10 * B, 10 * B)]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_ranges_of_money(text, expected):
    assert [found[:3] for found in money(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "billions of dollars",
        "a multi-billion-dollar plan",
        "the dollar rose",
        "several million dollars and a few hundred euros",
        "the 1080p screen",
        "the R2 road and the N7",
        "the P1000 plant and an R2000 study",
        "AUD/USD 0.7012 and EUR/USD 1.18",
        "take the R21 to the R512, and wait",
        "a city of 12 lakh people, and 1,500 crore litres of water",
        "5 real problems",
        "Mr Yuan 30, and Yuan 2",
        "the team of 54 won seats",
        "a 5,000 pound bomb and 400 pounds of ore",
        "COP 28 and COP30",
        "the $ sign",
        "500 Canadian firms",
        "K9 dogs, P5 members",
        "three crowns",
        "US 12 billion",
        "at 20c in the shade, in year 5c, in section 12c or 13c",
    ],
)
def test_no_money(text):
    assert money(text) == []


BARE = [  # the countries that the text names, the document's currency, what a bare "$5m" is
    ([], "", "USD"),
    ([], "NZD", "NZD"),
    ([], "CLP", "CLP"),
    ([], "GBP", "USD"),
    (country("NZL"), "", "NZD"),
    (country("NZL"), "USD", "USD"),
    (country("CHN") + country("JPN"), "", "USD"),
    (country("AUS") + country("USA"), "", ""),
    (country("AUS", 9) + country("USA"), "", "AUD"),
    (country("NZL") + country("COK"), "", "NZD"),
    (country("CAN", 2, "demonym"), "", "CAD"),
    (country("CAN", 2, "in_name"), "", "CAD"),
    (country("IND", 3) + country("AUS"), "", "USD"),  # in passing
    (country("CHN", 2) + country("AUS"), "", "AUD"),
    (country("AUS", 3) + country("USA"), "", "AUD"),
    (country("AUS", 2) + country("USA"), "", ""),
    # one country of many is not what the text is about
    (country("AUS", 3) + country("CHL", 5) + country("CHN", 4) + country("ARG", 4), "", "USD"),
    (country("ECU") + country("USA"), "", "USD"),
]


@pytest.mark.parametrize(("places", "currency", "expected"), BARE)
def test_a_bare_dollar_sign(places, currency, expected):
    assert money("It cost $5m.", Context(currency=currency), places)[0][3] == expected


OTHERS = [  # an ambiguous form, the countries named, the currency
    ("Rs 50 crore", country("PAK"), "PKR"),
    ("3 billion pesos", country("MEX"), "MXN"),
    ("5 million dinars", country("SRB"), "RSD"),
    ("2 billion francs", country("COD"), "CDF"),
    ("¥20 million", country("CHN"), "CNY"),
    ("K40 million", country("ZMB"), "ZMW"),
    ("40 million shillings", country("UGA"), "UGX"),
    ("500 million crowns", country("CZE"), "CZK"),
    ("2 million pounds", country("GBR"), "GBP"),
    ("shares fell to 84.5p", country("GBR"), "GBP"),
    ("500 kr a day", country("DNK"), "DKK"),
    ("450 cents a share", country("ZAF"), "ZAR"),
    ("450c a share", country("AUS"), "AUD"),
    ("€5m, and 20 cents", country("USA"), "EUR"),
    ("A$3m, or $2m", country("AUS"), "AUD"),
]


@pytest.mark.parametrize(("text", "places", "expected"), OTHERS)
def test_forms_that_several_countries_share(text, places, expected):
    assert money(text, places=places)[0][3] == expected


BOTH = country("USA") + country("AUS")
SAYS = [  # a text, the countries that it names, what its bare amount is
    # a conversion in brackets: the two cannot be the same
    ("a fine of A$3m ($2m)", country("AUS"), "USD"),
    ("a bid of US$12b ($20b)", country("USA") + country("NZL"), "NZD"),
    ("a bid of US$12b ($20b)", country("USA"), ""),
    ("a bid of US$12b ($20b)", country("USA", 9) + country("NZL", 2) + country("AUS"), ""),
    ("a plant of $6 million (about US$4m)", country("AUS"), "AUD"),
    ("cost $20 million (C$28 million)", country("CAN") + country("USA"), "USD"),
    ("gave 900 million Australian dollars ($600 million)", BOTH, "USD"),
    # one dollar written out elsewhere
    ("It rose to A$3 billion. It had been $2 billion.", country("AUS"), "AUD"),
    ("sold for US$3m; they paid $2m", BOTH, "AUD"),
    ("sold for A$3m; they paid $2m", BOTH, ""),
    ("sold for A$3m; they paid $2m", country("AUS") + country("CAN"), ""),
    # the text says it
    ("All amounts are in Canadian dollars unless noted. It paid $5m.", BOTH, "CAD"),
    ("(All figures in US dollars) It paid $5m.", country("CAN", 4), "USD"),
    ("All dollar amounts are expressed in thousands of U.S. dollars. It paid $5m.", country("CAN", 3), "USD"),
    ("Currency: AUD. It paid $5m.", (), "AUD"),
    ("It paid $5m. (US$1 = 1.38 Canadian dollars)", country("CAN"), "CAD"),
    ("It paid $5m. ($1.00 = 82 rupees)", country("CAN"), "USD"),
    ("All amounts in US$2 bills; it paid $5m.", country("CAN"), "CAD"),
    # provinces and cities speak for a country that is not named
    ("Ontario and the City of Toronto will spend $5m.", (), "CAD"),
    ("a Queensland council was given $5m", (), "AUD"),
    ("a Queensland council was given $5m, or A$9 a head", (), "USD"),
    ("Ontario was given $5m", country("USA"), "USD"),
    ("Ontario, Toronto and Ottawa were given $5m", country("USA"), "CAD"),
    ("Ontario, Toronto and Ottawa were given $5m", country("USA", 4), "USD"),
    ("Ontario, Toronto, Ottawa, Ohio were given $5m", country("USA"), "USD"),
    ("from Ohio to Ontario, $5m was lost", (), ""),
]


@pytest.mark.parametrize(("text", "places", "expected"), SAYS)
def test_what_the_text_says_of_its_bare_dollars(text, places, expected):
    assert [m[3] for m in money(text, places=places) if m[0][0] == "$"][:1] == [expected]


def test_the_dollar_as_a_currency_is_no_country_that_the_text_is_about():
    from minerals.finders import find

    text = "Costs in Australia fell as the US dollar rose; it paid $5m."
    assert [m.currency for m in find(text, kinds=["money"])] == ["AUD"]


def test_the_document_s_own_currency_is_not_what_an_amount_is_converted_to():
    assert [m[3] for m in money("US$12b ($20b)", Context(currency="NZD"))] == ["USD", "NZD"]
    assert [m[3] for m in money("US$12b ($20b)", Context(currency="USD"))] == ["USD", ""]


def test_the_list_of_currencies_agrees_with_the_standard():
    from babel.numbers import get_currency_name, list_currencies

    for row in CURRENCIES:
        assert row["code"] in list_currencies() or row["code"] in ("ZWG", "XCD"), row["code"]
        name = get_currency_name(row["code"], locale="en").lower().replace("ʻ", "'")
        nouns = [noun.strip("~").split("/")[0].lower() for noun in row["nouns"].split(";")]
        assert not row["nouns"] or any(noun.rstrip("s") in name for noun in nouns), (name, nouns)
