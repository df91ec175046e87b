package timex

// clockRules know times of the clock. A number that might be any other is none:
// “at 3” says neither in what half of the day nor that it is a time.
var clockRules = []rule{
	{anyOf{{number, colon, number, halfDayWord}, {number, dot, number, halfDayWord}, {number, halfDayWord}}, halfDay},
	{anyOf{
		{number, dot, number, oClockWord}, {number, colon, number, oClockWord},
		{clockWord, number, hourMark, number}, {number, hourMark, number}, {clockWord, number, dot, number},
		{number, colon, number},
	}, minutes},
	{anyOf{{clockWord, number, hourMark}, {number, oClockWord}, {clockHoursWord, number, unitName}}, fullHour},
	{anyOf{{whichWord, partOfDayWord}, {partOfDayWord, whichWord}}, thisPart},
	{anyOf{{dayWord, partOfDayWord}, {partOfDayWord, dayWord}}, partOfNamedDay},
	{anyOf{{clockWord, clockItem}, {clockItem, oClockWord}}, theOnly(clockItem)},
}

// timeRules put parts of the day and times of the clock to their day.
var timeRules = []rule{
	{anyOf{
		{pointItem, partOfDayWord}, {partOfDayWord, pointItem},
	}, func(m *match) *item { return clockPoint(m.of(pointItem).point, partCodes[m.of(partOfDayWord).n]) }},
	{anyOf{
		{pointItem, clockItem}, {clockItem, pointItem},
	}, func(m *match) *item { return clockPoint(m.of(pointItem).point, m.of(clockItem).code()) }},
	{anyOf{{clockItem}}, func(m *match) *item { return m.onDay(0, m.of(clockItem).code()) }},
	{anyOf{{nightWord}}, func(m *match) *item { return m.onDay(m.of(nightWord).n, "NI") }},
}

// partCodes are TIMEX3's parts of the day, in the order of the tables.
var partCodes = []string{"MO", "AF", "EV", "NI"}

// minutes reads hours and minutes with a mark between them. In English, up to
// twelve, they are of the morning or of the afternoon unless a zero stands before.
func minutes(m *match) *item {
	h, minute := m.of(number), m.last()
	if minute.class != number { // “14.30 Uhr”
		minute = m.items[len(m.items)-2]
	}
	unsure := m.code == "en" && h.n >= 1 && h.n <= 12 && (h.digits == 1 || h.n >= 10)
	if minute.digits != 2 || h.digits > 2 || unsure {
		return nil
	}
	return clock(h.n, minute.n)
}

// fullHour is a time of the clock without minutes. Hours in words are those of the
// clock only in the afternoon: before, half of the day may be missing.
func fullHour(m *match) *item {
	n := m.of(number).n
	if u := m.of(unitName); u != nil && (unit(u.n) != hour || n <= 12) {
		return nil
	}
	return clock(n, 0)
}

// clock is a time of the day.
func clock(hour, minute int) *item {
	if hour > 23 || minute > 59 {
		return nil
	}
	return &item{class: clockItem, n: hour, minute: minute}
}

// halfDay is a time after a.m. (0) or p.m. (1).
func halfDay(m *match) *item {
	h, minute := m.of(number).n, 0
	if len(m.items) == 4 {
		minute = m.items[2].n
	}
	if h < 1 || h > 12 {
		return nil
	}
	return clock(h%12+12*m.of(halfDayWord).n, minute)
}

// code says a time of the clock as TIMEX3 does.
func (it *item) code() string { return pad(it.n, 2) + ":" + pad(it.minute, 2) }

// thisPart is a part of the anchor's day: “this morning”.
func thisPart(m *match) *item {
	if m.of(whichWord).n != 0 {
		return nil
	}
	return m.onDay(0, partCodes[m.of(partOfDayWord).n])
}

// partOfNamedDay is a part of a day counted from the anchor's: “yesterday evening”.
func partOfNamedDay(m *match) *item {
	return m.onDay(m.of(dayWord).n, partCodes[m.of(partOfDayWord).n])
}

// onDay is a time on the day so many days from the anchor's.
func (r *reading) onDay(days int, code string) *item {
	if r.anchor == 0 {
		return nil
	}
	return clockPoint(dayPoint(r.anchor+day(days)), code)
}
