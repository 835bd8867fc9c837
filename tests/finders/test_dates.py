"""What is a date, which words of it are the span, and what it is worth: a table of sentences.

Every row is read on 5 February 2026, a Thursday, unless it says otherwise. A span that stands there
without a value has none: it needs what the words do not give.
"""

from datetime import date

import pytest

from minerals.finders import Context
from minerals.finders.dates import finder as dates
from minerals.finders.dates.reading import read
from minerals.finders.lexicons import rows

READ_ON = date(2026, 2, 5)

# The hard cases of the corpus: date of the document, sentence, finds
CORPUS = [
    ("2026-02-12", "RECEIVED Waitangi Tribunal\n12 Feb 26\nMinistry of Justice", ["12 Feb 26 = 2026-02-12"]),
    ("2026-02-03", "STATEMENTS & SPEECHES: 3 FEBRUARY 2026", ["3 FEBRUARY 2026 = 2026-02-03"]),
    (
        "2026-02-03",
        "met in Washington on February 2, 2026, for the Dialogue",
        ["February 2, 2026 = 2026-02-02"],
    ),
    ("2026-02-03", "the Summit in Honolulu later this month, with all", ["this month = 2026-02"]),
    ("2026-02-03", "to be hosted by the United States this week.", ["this week = 2026-02-02/2026-02-08"]),
    ("2026-02-04", "Republic of Korea is slated to chair FORGE until June.", ["June = 2026-06"]),
    ("2026-02-04", "Today’s announcements raise the stakes", ["Today = 2026-02-04"]),
    ("2026-02-04", "In December, the US launched the initiative", ["December = 2025-12"]),
    ("2026-02-04", "On Monday, the US announced the stockpile", ["Monday = 2026-02-02"]),
    ("2026-02-04", "agreed just 8 weeks ago now faces", ["8 weeks ago = 2025-12-08/2025-12-14"]),
    ("2026-02-04", "Long Ago, Agreed 8 weeks Ago, AGO", ["8 weeks Ago = 2025-12-08/2025-12-14"]),
    ("2026-02-04", "timelines between 30 days and six months have been promised", []),
    ("2026-02-09", "Jacob Helberg over the weekend said", ["weekend = 2026-02-07/2026-02-08"]),
    ("2026-02-09", "2025: Demand grew globally last year", ["2025 = 2025", "last year = 2025"]),
    ("2026-02-09", "The Government last January released a list", ["last January = 2025-01"]),
    ("2026-02-09", "in South Korea last October, China agreed", ["last October = 2025-10"]),
    (
        "2026-02-09",
        "the Minerals Strategy for NZ to 2040 goal of $3 billion by 2035",
        ["2040 = 2040", "2035 = 2035"],
    ),
    ("2026-02-09", "asked throughout last week. Photo / Alyse Wright", ["last week = 2026-02-02/2026-02-08"]),
    ("2026-02-09", "on the Friday afternoon. It is the front-page of that Saturday’s Weekend Herald", []),
    ("2026-02-09", "is asked on Ryan Bridge TODAY about critical minerals", []),
    ("2026-02-05", "AFP·\n5 Feb, 2026 03:40 AM4 mins to read", ["5 Feb, 2026 = 2026-02-05"]),
    ("2026-02-05", "since returning to office a year ago.", ["a year ago = 2025"]),
    ("2026-02-05", "05 Feb 05:45 AM\nWorld", ["05 Feb = 2026-02-05"]),
    ("2026-02-05", "Advertise with NZME.\nToday's Paper - E-editions\nHawke's Bay Today", []),
    (
        "2025-11-25",
        "(https://www.mbie.govt.nz/list/critical-minerals-list-2025), released in January",
        ["January = 2025-01"],
    ),
    ("2025-11-25", "date: 2025-11-25\nurl: https://x", ["2025-11-25 = 2025-11-25"]),
    ("2026-02-05", "signed with other countries in the past five months, over the last year", []),
    ("2026-02-05", "It will be chaired by South Korea through June.", ["June = 2026-06"]),
    ("2026-02-05", "proposed a bloc on Feb. 4 and a zone", ["Feb. 4 = 2026-02-04"]),
]

# Sentences of our own
SENTENCES = [
    # headlines
    ("Rates Seen Lower Again This Week", ["This Week = 2026-02-02/2026-02-08"]),
    ("This Week in Mining\nThis Week\nThe Economist Last Week Tonight", []),
    ("Jakarta to raise its blend on Oct 1, official says", ["Oct 1 = 2026-10-01"]),
    ("Jakarta raised its blend on Oct 1, official says", ["Oct 1 = 2025-10-01"]),
    ("33 rescued over weekend", ["weekend = 2026-01-31/2026-02-01"]),
    # days in full
    ("It was signed on the 4th of February 2026.", ["4th of February 2026 = 2026-02-04"]),
    ("Dated this 3rd day of February, 2026.", ["3rd day of February, 2026 = 2026-02-03"]),
    ("Wednesday, February 4, 2026 was the day.", ["Wednesday, February 4, 2026 = 2026-02-04"]),
    ("Fri, 06 Feb 2026 10:00:00 GMT", ["Fri, 06 Feb 2026 = 2026-02-06"]),
    ("On 15th January, 2026 the Cabinet Secretary gazetted it.", ["15th January, 2026 = 2026-01-15"]),
    ("Posted On: 04 FEB 2026 6:15PM by PIB Delhi", ["04 FEB 2026 = 2026-02-04"]),
    ("Published 2026-02-04T10:00:00Z", ["2026-02-04 = 2026-02-04"]),
    ("Filed 12-Feb-2026; closes 15.09.2026.", ["12-Feb-2026 = 2026-02-12", "15.09.2026 = 2026-09-15"]),
    (
        "On 29 February 2024 and 30 February 2024.",
        ["29 February 2024 = 2024-02-29", "February 2024 = 2024-02"],
    ),
    ("signed on February\n2, 2026 in Rome", ["February\n2, 2026 = 2026-02-02"]),
    # day and month in numbers: where the text does not show the order, only the year is sure
    ("Dated 13/02/2026 or 02/13/2026.", ["13/02/2026 = 2026-02-13", "02/13/2026 = 2026-02-13"]),
    ("On 04/02/2026 it rained; on 04/06/2026 it will.", ["04/02/2026 = 2026-02-04", "04/06/2026 = 2026"]),
    (
        r"on Tuesday (2\/2\/2026), Thursday (5\/2\/2026), Friday (3/4/2025)",
        [
            "Tuesday = 2026-02-02",
            r"2\/2\/2026 = 2026-02-02",
            "Thursday = 2026-02-05",
            r"5\/2\/2026 = 2026-02-05",
            "Friday = 2026-01-30",
            "3/4/2025 = 2025",
        ],
    ),
    ("On 04/02/2026, then 25/12/2025.", ["04/02/2026 = 2026-02-04", "25/12/2025 = 2025-12-25"]),
    ("On 04/02/2026, then 12/25/2025.", ["04/02/2026 = 2026-04-02", "12/25/2025 = 2025-12-25"]),
    ("On 04/06/2025, then 03/03/2026.", ["04/06/2025 = 2025", "03/03/2026 = 2026-03-03"]),
    # days without a year are near
    ("The tariffs take effect Feb. 24.", ["Feb. 24 = 2026-02-24"]),
    ("It was announced on 4 December.", ["4 December = 2025-12-04"]),
    ("The review closes 31 March.", ["31 March = 2026-03-31"]),
    ("They have until July 13 to negotiate.", ["July 13 = 2026-07-13"]),
    ("It was founded on June 20, with fanfare.", ["June 20 = 2025-06-20"]),
    (
        "The deal of Dec. 4 was amended on Dec. 12, 2024.",
        ["Dec. 4 = 2024-12-04", "Dec. 12, 2024 = 2024-12-12"],
    ),
    ("They met on Dec. 9 and Dec. 12, 2024.", ["Dec. 9 = 2024-12-09", "Dec. 12, 2024 = 2024-12-12"]),
    (
        "The Feb. 4 talks follow a deal of Oct. 20, 2025.",
        ["Feb. 4 = 2026-02-04", "Oct. 20, 2025 = 2025-10-20"],
    ),
    ("In June 20 million tonnes were sold.", ["June = 2025-06"]),
    ("30th June this year", ["30th June this year = 2026-06-30"]),
    # "that year" is the one told before
    ("It opened in 1983 and closed in May of that year.", ["1983 = 1983", "May of that year = 1983-05"]),
    # months and years
    ("in January 2025 and Sept. 2024", ["January 2025 = 2025-01", "Sept. 2024 = 2024-09"]),
    ("It came in October last year.", ["October last year = 2025-10"]),
    ("The quotas for 2026 and 2027 were set.", ["2026 = 2026", "2027 = 2027"]),
    ("The Minerals Security Partnership, launched in 2022.", ["2022 = 2022"]),
    ("Its 2025 budget and the 2024 election.", ["2025 = 2025", "2024 = 2024"]),
    ("The Treaty was signed in 1840.", ["1840 = 1840"]),
    ("(2015) and “2016”", ["2015 = 2015", "2016 = 2016"]),
    ("© Copyright 2026 NZME Publishing", ["2026 = 2026"]),
    ("The early 1990s and the 2030s.", ["1990s = 199X", "2030s = 203X"]),
    ("| 2023 | 2024 |", ["2023 = 2023", "2024 = 2024"]),
    ("It fell to a low in November.", ["November = 2025-11"]),
    ("Production will start in March.", ["March = 2026-03"]),
    ("Rates could be cut in March or April.", ["March = 2026-03", "April = 2026-04"]),
    ("A rise had been expected in May.", ["May = 2025-05"]),
    ("We will publish it by the end of March.", ["March = 2026-03"]),
    ("He said in September that it would open in October.", ["September = 2025-09", "October = 2026-10"]),
    ("Its April forecast was too high.", ["April = 2025-04"]),
    ("The quota, which was set in July, may rise.", ["July = 2025-07"]),
    ("| Mar - Nov, 2023 | 203 |", ["Mar - Nov, 2023 = 2023-03/2023-11"]),
    ("Growth in Q2-25, the best since Q3-21.", ["Q2-25 = 2025-34", "Q3-21 = 2021-35"]),
    ("Comet Seen Just 2 Days Ago", ["2 Days Ago = 2026-02-03"]),
    (
        "It will publish sales data for December on 22 February.",
        ["December = 2025-12", "22 February = 2026-02-22"],
    ),
    (
        "Full schedule:\n1st Test - 2nd Oct, Perth\n2nd Test - 10th Oct",
        ["2nd Oct = 2026-10-02", "10th Oct = 2026-10-10"],
    ),
    ("The hall was set to open in July.", ["July = 2026-07"]),
    ("It will recover, he said, adding that December’s sales were low.", ["December = 2025-12"]),
    ("It fell, she said, noting that it will open in March.", ["March = 2026-03"]),
    ("Exports in April-January 2024-25 rose.", ["April-January 2024-25 = 2024-04/2025-01"]),
    ("Exports in April to June 2024-25 rose.", ["April to June 2024-25 = 2024-04/2024-06"]),
    ("Decisions: April/May 2026.", ["April = 2026-04", "May 2026 = 2026-05"]),
    # who said it when, before what is to come
    ("Acme said in a statement on Wednesday that it will open.", ["Wednesday = 2026-02-04"]),
    ("He told the Financial Times on Friday it will open.", ["Friday = 2026-01-30"]),
    ("She said late on Friday that it would open on Monday.", ["Friday = 2026-01-30", "Monday = 2026-02-09"]),
    ("He said in Rome that it would open on Friday.", ["Friday = 2026-02-06"]),
    ("They are to decide on Friday; Monday's vote failed.", ["Friday = 2026-02-06", "Monday = 2026-02-02"]),
    (
        "said on Tuesday (Jan 13) and Monday (he did)",
        ["Tuesday = 2026-01-13", "Jan 13 = 2026-01-13", "Monday = 2026-02-02"],
    ),
    # words for days, years and parts of years
    (
        "the day before yesterday and the day after tomorrow",
        ["day before yesterday = 2026-02-03", "day after tomorrow = 2026-02-07"],
    ),
    ("In 2024 it rose 5% from the previous year.", ["2024 = 2024", "previous year = 2023"]),
    ("compared with the previous year", ["previous year = 2025"]),
    ("in the coming year, the coming week", ["coming year = 2027", "coming week = 2026-02-09/2026-02-15"]),
    ("the '80s, the ’90s and the mid-'70s", ["'80s = 198X", "’90s = 199X", "'70s = 197X"]),
    (
        "the final quarter of 2025 and the last quarter of 2024",
        ["final quarter of 2025 = 2025-36", "last quarter of 2024 = 2024-36"],
    ),
    ("Than last quarter, 2025 was better", ["last quarter = 2025-36", "2025 = 2025"]),
    ("Acme Reports Second Quarter 2024 Results", ["Second Quarter 2024 = 2024-34"]),
    ("FIRST QUARTER 2025; Second Half 2024", ["FIRST QUARTER 2025 = 2025-33", "Second Half 2024 = 2024-41"]),
    (
        "on the fifth of May and February the ninth.",
        ["fifth of May = 2026-05-05", "February the ninth = 2026-02-09"],
    ),
    ("a third of May's output", ["May = 2025-05"]),
    ("in March the first train left", ["March = 2025-03"]),
    ("steeper than May's fall; May's 3% rise", ["May = 2025-05", "May = 2025-05"]),
    (
        "August 17, 2025The mine; 5 May 2025By Ann; June 2025Prices",
        ["August 17, 2025 = 2025-08-17", "5 May 2025 = 2025-05-05", "June 2025 = 2025-06"],
    ),
    (
        "It rose in the first quarter. It fell in Q2. (see Q3) x",
        ["first quarter = 2025-33", "Q2 = 2025-34", "Q3 = 2025-35"],
    ),
    ("Q1: Who asks?\nQ2. Who answers?\n\nQ3) Who else?", []),
    # intervals
    ("February 4-5, 2026", ["February 4-5, 2026 = 2026-02-04/2026-02-05"]),
    ("4 to 6 March", ["4 to 6 March = 2026-03-04/2026-03-06"]),
    ("on 16–17 March 2026", ["16–17 March 2026 = 2026-03-16/2026-03-17"]),
    ("February 28-March 2", ["February 28-March 2 = 2026-02-28/2026-03-02"]),
    ("from Dec. 30 to Jan. 2", ["Dec. 30 to Jan. 2 = 2025-12-30/2026-01-02"]),
    ("from 4 February to 6 March 2026", ["4 February to 6 March 2026 = 2026-02-04/2026-03-06"]),
    ("between 2020 and 2025", ["2020 and 2025 = 2020/2025"]),
    ("in 2020 and 2025", ["2020 = 2020", "2025 = 2025"]),
    ("the years 2020-2025", ["2020-2025 = 2020/2025"]),
    ("the period 2025-26 to 2030-31", ["2025-26 = 2025/2026", "2030-31 = 2030/2031"]),
    ("the 2024/25 season", ["2024/25 = 2024/2025"]),
    ("Sales between January and mid-October fell.", ["January and mid-October = 2025-01/2025-10"]),
    ("from early May to late June 2024", ["May to late June 2024 = 2024-05/2024-06"]),
    ("from January to March 2026", ["January to March 2026 = 2026-01/2026-03"]),
    ("during April-December 2025", ["April-December 2025 = 2025-04/2025-12"]),
    ("It ran from Monday to Wednesday.", ["Monday to Wednesday = 2026-02-02/2026-02-04"]),
    ("rose from 5% in 2020 to 6% in 2025", ["2020 = 2020", "2025 = 2025"]),
    ("The January-November total was up.", ["January-November = 2025-01/2025-11"]),
    ("It will last from March to June.", ["March to June = 2026-03/2026-06"]),
    ("first nine months of 2025", ["first nine months of 2025 = 2025-01/2025-09"]),
    # parts of a year
    ("Q3 2025 and Q4'24", ["Q3 2025 = 2025-35", "Q4'24 = 2024-36"]),
    ("third quarter of 2025", ["third quarter of 2025 = 2025-35"]),
    ("Its third-quarter profit rose.", ["third-quarter = 2025-35"]),
    ("First-quarter output will fall.", ["First-quarter = 2026-33"]),
    ("the fourth quarter of last year", ["fourth quarter of last year = 2025-36"]),
    ("3Q25 and H1 FY26", ["3Q25 = 2025-35", "H1 FY26 = 2026-40"]),
    ("the June 2026 quarter", ["June 2026 quarter = 2026-34"]),
    ("down from the September quarter", ["September quarter = 2025-35"]),
    ("Q1-Q3 2025", ["Q1-Q3 2025 = 2025-01/2025-09"]),
    ("summer 2025 or the fall of 2024", ["summer 2025 = 2025-22", "fall of 2024 = 2024-23"]),
    ("as early as spring 2026", ["spring 2026 = 2026-21"]),
    ("a roadmap by year's end", ["year's end = 2026"]),
    ("the first half of the year", ["first half of the year = 2026-40"]),
    ("FY2025, fiscal 2026 and FY 2024-25", ["FY2025 = 2025", "fiscal 2026 = 2026", "FY 2024-25 = 2024/2025"]),
    # seen from the document's date
    (
        "yesterday, today, tomorrow, tonight",
        ["yesterday = 2026-02-04", "today = 2026-02-05", "tomorrow = 2026-02-06", "tonight = 2026-02-05"],
    ),
    ("read a second time last night", ["last night = 2026-02-04"]),
    ("Rates were lifted this morning.", ["this morning = 2026-02-05"]),
    ("The House met on Tuesday.", ["Tuesday = 2026-02-03"]),
    ("Copper rose on Thursday.", ["Thursday = 2026-02-05"]),
    ("He said Friday morning it was done.", ["Friday = 2026-01-30"]),
    ("On Monday, Trump said he would sign it on Friday.", ["Monday = 2026-02-02", "Friday = 2026-02-06"]),
    ("In October the company said it would build.", ["October = 2025-10"]),
    ("Speaking at the weekend, she said it would begin.", ["weekend = 2026-01-31/2026-02-01"]),
    ("Futures for March delivery fell.", ["March = 2026-03"]),
    ("Parliament votes on Monday.", ["Monday = 2026-02-09"]),
    ("It will start on Monday.", ["Monday = 2026-02-09"]),
    ("The talks are due by Friday.", ["Friday = 2026-02-06"]),
    ("next Tuesday or last Thursday", ["next Tuesday = 2026-02-10", "last Thursday = 2026-01-29"]),
    ("next week’s vote", ["next week = 2026-02-09/2026-02-15"]),
    ("last month and next month", ["last month = 2026-01", "next month = 2026-03"]),
    ("last quarter, this decade", ["last quarter = 2025-36", "this decade = 202X"]),
    ("earlier this year, later this week", ["this year = 2026", "this week = 2026-02-02/2026-02-08"]),
    (
        "this weekend, last weekend",
        ["this weekend = 2026-02-07/2026-02-08", "last weekend = 2026-01-31/2026-02-01"],
    ),
    ("two days ago, just a week ago", ["two days ago = 2026-02-03", "a week ago = 2026-01-26/2026-02-01"]),
    ("18 months ago, a couple of years ago", ["18 months ago = 2024-08", "a couple of years ago = 2024"]),
    ("several years ago, hours ago, long ago", []),
    ("by the end of the year", ["end of the year = 2026"]),
    ("last summer and next spring", ["last summer = 2025-22", "next spring = 2026-21"]),
    ("last December it rained", ["last December = 2025-12"]),
    ("the last financial year", []),
    ("In this financial year exports grew.", ["this financial year = "]),
    # no dates: verbs, names, counts, codes
    ("You may go. May I? It may rain.", []),
    ("Theresa May said so; May Jones agreed.", []),
    ("They march on. March on Washington. The March for Life.", []),
    ("In May they may march in March.", ["May = 2026-05", "March = 2026-03"]),
    ("Jan said April Smith met June Jones and August Wilson.", []),
    ("USA Today, the Sunday Times, Black Friday and Newsnight today", ["today = 2026-02-05"]),
    ("Today FM and Today's Paper", []),
    ("Every Monday; Mondays; that Monday; Monday to Friday", []),
    ("She sat in the sun: Sat Nav, Sun Microsystems, Wed in haste.", []),
    ("One second. A second reading. The first quarter of the game.", []),
    ("Prices fall next year.", ["next year = 2027"]),
    ("Hopes spring eternal; the fall of prices", []),
    ("2000 tonnes, 1,950 homes, $2025, 2025 people, some 2000", []),
    ("Vision 2030, Agenda 2063, Boeing 2024, the virus disease 2019", []),
    ("ISBN 978-0-2025-1234-5, v2025.1, ISO 2009, CVE-2025-1234", []),
    ("202-555-2020, +64 4 439 2024, (202) 555-1990 ext. 2025, 021 2025 1990", []),
    ("https://x.com/2026/02/04/a-2025-b/january-2025", []),
    ("2025 Main Street; PO Box 2025; Room 2019; pages 1990-1995", []),
    ("at 10:30 am, 0930 GMT, 1900 GMT, 24/7, 9/11, 50/50", []),
    ("six months, 30 days, a decade, the past year, the next decade, in recent years", []),
    ("the Sept. 11 attacks", ["Sept. 11 = 2001-09-11"]),
    ("since the 7 October massacre", ["7 October = 2023-10-07"]),
    ("the Dec. 4 attack", ["Dec. 4 = 2025-12-04"]),
    ("the Sept. 11, 2001 attacks", ["Sept. 11, 2001 = 2001-09-11"]),
    ("12025, 20250, 2025th, 2025%, 0.2025, 1,2025, 2025m, A2025", []),
    ("in coming years; in previous years; the coming months; upcoming; a year that was", []),
    ("Theresa May's 3 bills; Mrs. May's $5 tax; in the final quarter the team scored", []),
    ("a third of the sales; the class of '98; model 2025Pro; built in 2020Vision style", []),
    ("Mayor, Mayfair, Marching, Augusta, Decorum, Octopus, Sundays, Junes", []),
]

# Written as documents write them: stamps, markup, lost spaces, other countries' styles
STYLES = [
    (
        "Filed 20260203; stamp 20260203T101500Z; file 20261303",
        ["20260203 = 2026-02-03", "20260203 = 2026-02-03"],
    ),
    (
        "2026-Feb-03, Feb-2026, 02/2026",
        ["2026-Feb-03 = 2026-02-03", "Feb-2026 = 2026-02", "02/2026 = 2026-02"],
    ),
    ("Directive 10/2025, from 10/2025", ["10/2025 = 2025-10"]),
    ("15:59, 26.08.25; version 1.08.25, 10.20.25, 127.0.0.1", ["26.08.25 = 2025-08-26"]),
    ("from July-quarter sales", ["July = 2025-07"]),
    ("13/02/26 and 30 / 09 / 2026", ["13/02/26 = 2026-02-13", "30 / 09 / 2026 = 2026-09-30"]),
    ("30 / 09 / 2025\n- 2026-01-21", ["30 / 09 / 2025 = 2025-09-30", "2026-01-21 = 2026-01-21"]),
    ("by | 7. Nov 2025 |; 01. July 2020.", ["7. Nov 2025 = 2025-11-07", "01. July 2020 = 2020-07-01"]),
    ("\n3. July 2025 was dry", ["July 2025 = 2025-07"]),
    (
        "on 28 th November, 2023 and 2<sup>nd</sup> May 2024",
        ["28 th November, 2023 = 2023-11-28", "2<sup>nd</sup> May 2024 = 2024-05-02"],
    ),
    ("3&nbsp;March&nbsp;2025", ["3&nbsp;March&nbsp;2025 = 2025-03-03"]),
    ("March 3,\r\n    2025", ["March 3,\r\n    2025 = 2025-03-03"]),
    (r'"body": "\r\nMarch 08, 2024 15:25"', ["March 08, 2024 = 2024-03-08"]),
    ("ByAnnJul 25, 2025 2:03 AM; ByAnnJul 25", ["Jul 25, 2025 = 2025-07-25"]),
    (
        "Brussels, 3 Feb 2026 Today, the board; Radio Today, here",
        ["3 Feb 2026 = 2026-02-03", "Today = 2026-02-05"],
    ),
    (
        "Monday, the 2nd of February; 3 February 2026, Tuesday.",
        ["Monday, the 2nd of February = 2026-02-02", "3 February 2026, Tuesday = 2026-02-03"],
    ),
    ("on Jan 30 (Friday)", ["Jan 30 = 2026-01-30", "Friday = 2026-01-30"]),
    (
        "CY2025, FY2026 Q3, FY2025 First Quarter, Q3 fiscal 2026, 3Q-2025, quarter 3 last year",
        [
            "CY2025 = 2025",
            "FY2026 Q3 = 2026-35",
            "FY2025 First Quarter = 2025-33",
            "Q3 fiscal 2026 = 2026-35",
            "3Q-2025 = 2025-35",
            "quarter 3 last year = 2025-35",
        ],
    ),
    (
        "the December half, the June 2024 half-year, the March-quarter",
        ["December half = 2025-41", "June 2024 half-year = 2024-40", "March-quarter = 2026-33"],
    ),
    (
        "2025-H1, 2024 H2; in H1 it rose; H2 gas, an H1B visa",
        ["2025-H1 = 2025-40", "2024 H2 = 2024-41", "H1 = 2025-40"],
    ),
    ("In Q3 25 mines closed", ["Q3 = 2025-35"]),
    ("end-March, a 1990s-era mine, 2019-present", ["March = 2026-03", "1990s = 199X", "2019 = 2019"]),
    ("due on Jan.5, in April in 2024", ["Jan.5 = 2026-01-05", "April in 2024 = 2024-04"]),
    ("https://x.com/a-b-in-20-3-2025; each October", []),
    ("- Published18 June\n- Updated29 April; mp3 May", ["18 June = 2025-06-18", "29 April = 2025-04-29"]),
    (
        "this tenth day of\nOctober, two thousand and twenty-five, and the fifth of May two thousand people",
        ["tenth day of\nOctober, two thousand and twenty-five = 2025-10-10", "fifth of May = 2026-05-05"],
    ),
    ('<time datetime="2026-02-03">4 Feb</time> in 2026-02-03.pdf', ["4 Feb = 2026-02-04"]),
    ("Apr - 30 - 2025, Apr-30-2025", ["Apr - 30 - 2025 = 2025-04-30", "Apr-30-2025 = 2025-04-30"]),
    ("in Mar-a-Lago, from Mar del Plata, by Jan van Eyck, by Jun Ito", []),
    ("No. 2025/43, at 2015 BST, 1900-2000 GMT; 1999/00", ["1999/00 = 1999/2000"]),
    (
        "3/Feb/2026, from the 3rd to the 5th of May",
        ["3/Feb/2026 = 2026-02-03", "3rd to the 5th of May = 2026-05-03/2026-05-05"],
    ),
    ("year-end 2025 and half a year ago", ["year-end 2025 = 2025"]),
    ("It fell. May's exports rose. Theresa May's plan, Mrs. May's plan", ["May = 2025-05"]),
    ("May Day in the second half of January", ["January = 2026-01"]),
]
# What the words beside a date say of it
BESIDE = [
    (
        "a fortnight ago, a year from now, in three weeks' time, from today",
        [
            "a fortnight ago = 2026-01-19/2026-01-25",
            "a year from now = 2027",
            "three weeks' time = 2026-02-23/2026-03-01",
            "today = 2026-02-05",
        ],
    ),
    ("two years 3 days ago; one last time; in no one's time", ["3 days ago = 2026-02-02"]),
    (
        "Tuesday next week and Monday of last week",
        ["Tuesday next week = 2026-02-10", "Monday of last week = 2026-01-26"],
    ),
    (
        "on 8 and 9 January; January 8 and 9",
        ["8 = 2026-01-08", "9 January = 2026-01-09", "January 8 = 2026-01-08", "9 = 2026-01-09"],
    ),
    ("between 8 and 9 January", ["8 and 9 January = 2026-01-08/2026-01-09"]),
    ("3/4 February 2026", ["3/4 February 2026 = 2026-02-03/2026-02-04"]),
    ("January, February and March 2025", ["January = 2025-01", "February = 2025-02", "March 2025 = 2025-03"]),
    (
        "December and January 2025, Q1 and Q2 last year",
        ["December = 2024-12", "January 2025 = 2025-01", "Q1 = 2025-33", "Q2 last year = 2025-34"],
    ),
    ("from 2002 to July 2008", ["2002 to July 2008 = 2002/2008-07"]),
    ("In 2023, it rose in May. In June it fell.", ["2023 = 2023", "May = 2023-05", "June = 2025-06"]),
    ("It fell in March from the previous month.", ["March = 2025-03", "previous month = 2025-02"]),
    (
        "In the second quarter of 2025 and the following quarter; the prior year quarter",
        ["second quarter of 2025 = 2025-34", "following quarter = 2025-35"],
    ),
    ("on last Jan. 30, last May 29", ["last Jan. 30 = 2026-01-30", "last May 29 = 2025-05-29"]),
    (
        "the first 10 days of January, first three days of this month, first two quarters of last year",
        [
            "first 10 days of January = 2026-01-01/2026-01-10",
            "first three days of this month = 2026-02-01/2026-02-03",
            "first two quarters of last year = 2025-01/2025-06",
        ],
    ),
    ("first 40 days of May, the first few days of June", ["May = 2025-05", "June = 2025-06"]),
    (
        "On the 3rd, it fell. They will meet on the 3rd. On the 28th it fell; on the 28th, it fell.",
        ["3rd = 2026-02-03", "3rd = 2026-03-03", "28th = 2026-01-28"],
    ),
    ("on the 5th floor, on the 18th hole; on the 40th, on the 3rd. ", ["3rd = 2026-02-03"]),
    (
        "between June 4, 2025, and June 9, 2025; from May 1, 2025, to the 3rd of May, 2025",
        [
            "June 4, 2025, and June 9, 2025 = 2025-06-04/2025-06-09",
            "May 1, 2025, to the 3rd of May, 2025 = 2025-05-01/2025-05-03",
        ],
    ),
    # a weekday shows the year, and so does that a day is near
    (
        "It will be on Tuesday, 8 September; it was on Monday, 8 September.",
        ["Tuesday, 8 September = 2026-09-08", "Monday, 8 September = 2025-09-08"],
    ),
    (
        "On Jan. 22 they spoke of the war that began on Feb. 24, 2022.",
        ["Jan. 22 = 2026-01-22", "Feb. 24, 2022 = 2022-02-24"],
    ),
    ("a Tuesday statement; on a Tuesday in May", ["Tuesday = 2026-02-03", "May = 2025-05"]),
    # which of two Fridays
    ("The vote was pushed back to March.", ["March = 2026-03"]),
    ("By by-lines. But by Tuesday, the two had agreed.", ["Tuesday = 2026-02-03"]),
    ("On Friday she set a date; a date set for Friday", ["Friday = 2026-01-30", "Friday = 2026-02-06"]),
    (
        "It fell due to oversupply in April. It is due to fall in April.",
        ["April = 2025-04", "April = 2026-04"],
    ),
    ("It was on Train One Tuesday; one Tuesday it was not.", ["Tuesday = 2026-02-03"]),
    ("it opens by end-June", ["June = 2026-06"]),
    ("By Friday, prices rose. By Friday, prices will rise.", ["Friday = 2026-01-30", "Friday = 2026-02-06"]),
    (
        "They imposed it starting Friday, ahead of Monday's talks, and have met since Tuesday.",
        ["Friday = 2026-02-06", "Monday = 2026-02-09", "Tuesday = 2026-02-03"],
    ),
    (
        "Leaders meet on Friday. It is to be formally opened on Friday. The vote is on Friday.",
        ["Friday = 2026-02-06", "Friday = 2026-02-06", "Friday = 2026-02-06"],
    ),
    ("The law takes effect in April; it should help in May.", ["April = 2026-04", "May = 2026-05"]),
]


def found(text, context):
    return [f"{m.text} = {m.date}" for m in dates.find(text, context)]


@pytest.mark.parametrize(("read_on", "sentence", "expected"), CORPUS)
def test_hard_cases_of_the_corpus(read_on, sentence, expected):
    assert found(sentence, Context(date.fromisoformat(read_on))) == expected


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES + STYLES + BESIDE)
def test_sentences(sentence, expected):
    assert found(sentence, Context(READ_ON)) == expected


# Without a document's date a relative one has no value, and a day or month of no known year keeps it open
OPEN = [
    (
        "It met on Monday, last week, two days ago, in the third quarter.",
        ["Monday = ", "last week = ", "two days ago = ", "third quarter = XXXX-35"],
    ),
    (
        "In June, on February 4 and on 5 May-6 May.",
        ["June = XXXX-06", "February 4 = XXXX-02-04", "5 May-6 May = XXXX-05-05/XXXX-05-06"],
    ),
    (
        "October last year, last October, last summer",
        ["October last year = ", "last October = ", "last summer = "],
    ),
    ("On the 7th, they met.", ["7th = XXXX-XX-07"]),
    ("Q3 and the second half", ["Q3 = XXXX-35", "second half = XXXX-41"]),
    (
        "In 2024, they met in May and on 5 June. In July they parted.",
        ["2024 = 2024", "May = 2024-05", "5 June = 2024-06-05", "July = XXXX-07"],
    ),
    ("On Dec. 4 and Dec. 12, 2024.", ["Dec. 4 = 2024-12-04", "Dec. 12, 2024 = 2024-12-12"]),
]


@pytest.mark.parametrize(("sentence", "expected"), OPEN)
def test_without_a_document_date(sentence, expected):
    assert found(sentence, Context()) == expected


MODIFIERS = [
    ("early February", "February", "early"),
    ("mid-2025", "2025", "mid"),
    ("earlier this year", "this year", "earlier"),
    ("later this month", "this month", "later"),
    ("in the late 1990s", "1990s", "late"),
    ("late in 2025", "2025", "late"),
    ("by the end of 2025", "2025", "end of"),
    ("exports by 2035", "2035", "by"),
    ("open since 2019", "2019", "since"),
    ("just 8 weeks ago", "8 weeks ago", "just"),
    ("more than a decade ago", "a decade ago", "more than"),
    ("over the weekend", "weekend", ""),
]


@pytest.mark.parametrize(("sentence", "span", "modifier"), MODIFIERS)
def test_modifiers_stand_outside_the_span(sentence, span, modifier):
    assert [(m.text, m.modifier) for m in dates.find(sentence, Context(READ_ON))] == [(span, modifier)]


FRIDAY = date(2026, 1, 30)
RESOLVED = [
    ("that afternoon", "2026-01-30"),
    ("later in the day", "2026-01-30"),
    ("the same day", "2026-01-30"),
    ("on the Friday afternoon", "2026-01-30"),
    ("that Saturday’s Weekend Herald", "2026-01-31"),
    ("the previous Monday", "2026-01-26"),
    ("the following Friday", "2026-02-06"),
    ("in Washington that week", "2026-01-26/2026-02-01"),
    ("the next day", "2026-01-31"),
    ("two weeks later", "2026-02-09/2026-02-15"),
    ("a month earlier", "2025-12"),
    ("in September of that year", "2026-09"),
    ("over the weekend", "2026-01-24/2026-01-25"),
    ("that weekend", "2026-01-31/2026-02-01"),
    ("today", "2026-01-30"),
    ("Monday", "2026-01-26"),
    ("last October", "2025-10"),
    ("February 2, 2026", "2026-02-02"),
    ("nothing of the kind", ""),
]


@pytest.mark.parametrize(("words", "edtf"), RESOLVED)
def test_resolve_takes_words_that_point_back(words, edtf):
    assert dates.resolve(words, FRIDAY) == edtf


YEARS = [
    ("2025: Demand grew globally last year", 2026),
    ("In 2022, three years ago", 2025),
    ("this year, 2026", 2026),
    ("last year", None),
    ("2024 and 2025 were last year", None),
]


@pytest.mark.parametrize(("words", "year"), YEARS)
def test_year_of(words, year):
    assert dates.year_of(words) == year


@pytest.mark.parametrize("row", rows("dates/forms"), ids=lambda row: row["form"])
@pytest.mark.parametrize("before", ["", "\n", "The minister confirmed this. ", "(", "“"])
def test_every_form_reads_its_example(row, before):
    """The sentence of the row gives its value, wherever it begins, and by this form."""
    text = before + row["example"]
    assert dates.find(text, Context(date(2026, 2, 4)))[-1].date == row["value"]
    assert row["form"] in [atom.parts.form for atom in read(text)]
