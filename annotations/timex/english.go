package timex

var english = &language{
	code:           "en",
	unsureWeekdays: true,
	table: `
number: one, a, an | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | twenty
tens: thirty | forty | fifty | sixty | seventy | eighty | ninety
ordinal: first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | eleventh | twelfth | thirteenth | fourteenth | fifteenth | sixteenth | seventeenth | eighteenth | nineteenth | twentieth
th: st, nd, rd, th
and half: and a half
half: half
several: several, a few, many
month: january, jan | february, feb | march, mar | april, apr | may | june, jun | july, jul | august, aug | september, sept, sep | october, oct | november, nov | december, dec
weekday: monday | tuesday | wednesday | thursday | friday | saturday | sunday
short: mon | tue, tues | wed | thu, thur, thurs | fri | sat | sun
season: spring | summer | autumn, fall | winter
unit: second | minute | hour | day | week | month | quarter, q | half | year | decade | century | weekend
units: seconds | minutes | hours | days | weeks | months | | | years | decades | centuries
day: day before yesterday | yesterday | today | tomorrow | day after tomorrow
which: last | this | next
nearest: this past, past | | this coming, coming
fortnight: fortnight, fortnights
ago: ago
ahead: in | from now, time
part: morning, in the morning | afternoon, in the afternoon | evening, in the evening | night, at night
noon: noon, midday
night: last night | tonight
mod: early, early in, beginning, start | mid, middle, in the middle of | late, late in, end
than: less than, under | more than, over | no more than, at most, up to, within, not more than | at least, no less than, not less than | about, around, some, roughly, approximately, nearly, almost, circa
year: year
signal: in, on, at, since, before, after, during, through, prior to
until: by, until, till, from, as of
during: for, during, over, after, past, over the past, in the past, for the past, during the past, lasting, throughout
filler: the, of
every: every, each
times: times
once: once | twice
per: a, per, each, every, an
daily: | | hourly | daily | weekly | monthly | | | annually, yearly
weekly: on mondays, mondays | on tuesdays, tuesdays | on wednesdays, wednesdays | on thursdays, thursdays | on fridays, fridays | on saturdays, saturdays | on sundays, sundays
vague: recently, lately, in the past | now, currently, nowadays, at present, at the moment | soon, in the future, future
decade: s
decades: thirties | forties | fifties | sixties | seventies | eighties | nineties
clock: at
half day: am, a.m. | pm, p.m.
trap: the march, the may, one day
`,
}
