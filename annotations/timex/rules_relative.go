package timex

// whichUnit is the last, this or the next week, month and so on.
func whichUnit(m *match) *item { return m.whichUnit(m.of(whichWord).n, m.of(unitName)) }

// whichUnit is the unit so many from the anchor's. Hijri weeks begin on Saturday:
// from then until Monday it is not certain which week is meant.
func (r *reading) whichUnit(n int, it *item) *item {
	u := unit(it.n)
	calendar := u == month || u == year || u == quarter || u == halfYear
	weeks := u == week || u == weekend
	switch {
	case r.anchor == 0 || it.plural || u == oneDay:
		return nil
	case calendar && r.solar, weeks && r.hijri && r.anchor.weekday() > 5:
		return nil
	case u == century && n <= 0:
		return at(centuryPoint(r.anchor.year()/100 + n))
	}
	return at(around(r.anchor, u, n))
}

// farthestMonth is how many months from the article's a month may lie whose year is
// not said: then the same month of another year is at least twice as far.
const farthestMonth = 4

// nearestMonth is the year of the month that is nearest to the anchor's.
func (r *reading) nearestMonth(month int) (year int, ok bool) {
	if r.anchor == 0 {
		return 0, false
	}
	now := r.anchor.month()
	away := (month-now+18)%12 - 6
	year = r.anchor.year()
	switch {
	case now+away > 12:
		year++
	case now+away < 1:
		year--
	}
	return year, -farthestMonth <= away && away <= farthestMonth
}

func nearestDate(m *match) *item {
	month := m.of(monthName).n
	year, ok := m.nearestMonth(month)
	d := dayOf(year, month, m.number().date())
	if !ok || d == 0 {
		return nil
	}
	return guess(dayPoint(d))
}

// whichDate is the last or next day of that name: “le 20 avril dernier”.
func whichDate(m *match) *item {
	which, month, date := m.of(whichWord).n, m.of(monthName).n, m.of(number).date()
	if m.anchor == 0 || which == 0 {
		return nil
	}
	year := m.anchor.year()
	d := dayOf(year, month, date)
	if which < 0 && d >= m.anchor || which > 0 && d <= m.anchor {
		d = dayOf(year+which, month, date)
	}
	return atDay(d)
}

// whichMonth is the last or next month of that name, if the article's is another,
// and this one if it is the article's.
func whichMonth(m *match) *item {
	if m.anchor == 0 || m.solar {
		return nil
	}
	which, month := m.of(whichWord).n, m.of(monthName).n
	year, now, _ := m.anchor.date()
	switch {
	case (which == 0) != (month == now):
		return nil
	case which < 0 && month > now:
		year--
	case which > 0 && month < now:
		year++
	}
	return at(monthPoint(year, month))
}

// whichSeason is the last or next one, if this year's leaves no doubt: it must not
// have begun, or be over. Winter has two years.
func whichSeason(m *match) *item {
	which, n := m.of(whichWord).n, m.of(seasonName).n
	now, begins := m.anchor.month(), 3+3*n
	sure := which == 0 || which < 0 && now < begins || which > 0 && now >= begins+3
	if m.anchor == 0 || n == 3 || !sure {
		return nil
	}
	return at(seasonPoint(m.anchor.year()+which, n))
}

// distanceRules count from the anchor: “three days ago”, “in two weeks”.
var distanceRules = []rule{
	{anyOf{{agoWord, lengthItem}, {lengthItem, agoWord}}, func(m *match) *item { return m.ago(m.of(lengthItem)) }},
	{anyOf{{agoWord, unitName}, {unitName, agoWord}}, func(m *match) *item { return m.ago(oneOf(m.of(unitName))) }},
	{anyOf{
		{aheadWord, lengthItem, aheadWord}, {aheadWord, lengthItem}, {lengthItem, aheadWord},
	}, func(m *match) *item { return m.ahead(m.of(lengthItem)) }},
	{anyOf{{aheadWord, unitName}}, func(m *match) *item { return m.ahead(oneOf(m.of(unitName))) }},
}

// oneOf is the length of one unit; none if the unit is in the plural.
func oneOf(it *item) *item {
	if it.plural {
		return &item{}
	}
	return &item{class: lengthItem, n: 1, unit: unit(it.n)}
}

// agoMod is what the modifier of a length becomes when it is counted back.
func agoMod(mod string) string {
	switch mod {
	case "MORE_THAN":
		return "BEFORE"
	case "LESS_THAN":
		return "AFTER"
	case "EQUAL_OR_MORE":
		return "ON_OR_BEFORE"
	case "EQUAL_OR_LESS":
		return "ON_OR_AFTER"
	}
	return mod
}

func (r *reading) ago(length *item) *item {
	return r.distance(length, -1, agoMod(length.mod))
}

func (r *reading) ahead(length *item) *item {
	if length.mod != "" && length.mod != "APPROX" {
		return nil
	}
	return r.distance(length, 1, length.mod)
}

// distance is the point that lies so far from the anchor, as wide as the unit.
func (r *reading) distance(length *item, sign int, mod string) *item {
	n, u := sign*length.n, length.unit
	if u == decade || u == century {
		n, u = n*yearsIn(u), year
	}
	if r.anchor == 0 || length.n == 0 || length.placed || length.half || length.n > 9999 {
		return nil
	}
	made := at(around(r.anchor, u, n))
	if made != nil {
		made.mod = mod
	}
	return made
}

// dayRules know “yesterday”.
var dayRules = []rule{
	{anyOf{{dayWord}}, func(m *match) *item { return m.dayFromAnchor(m.of(dayWord).n) }},
}

// dayFromAnchor is the day so many days from the anchor.
func (r *reading) dayFromAnchor(days int) *item {
	if r.anchor == 0 {
		return nil
	}
	return atDay(r.anchor + day(days))
}

// weekdayRules put weekdays to what says which: a day that has to be one, a week,
// “last”, “this” and “next”.
var weekdayRules = []rule{
	{anyOf{{nearestWord, weekday}, {weekday, nearestWord}}, nearestWeekday},
	{anyOf{{whichWord, weekday}, {weekday, whichWord}}, whichWeekday},
	{anyOf{{weekday, pointItem}, {pointItem, weekday}}, func(m *match) *item { return weekdayIn(m.of(pointItem), m.of(weekday).n) }},
	{anyOf{{shortWeekday, pointItem}}, func(m *match) *item { return weekdayIn(m.of(pointItem), m.of(shortWeekday).n) }},
}

// weekdayIn is the point itself if it is on that weekday, or that weekday of the
// week.
func weekdayIn(it *item, n int) *item {
	switch p := it.point; {
	case it.mod != "":
	case (p.unit == oneDay || p.unit == clockTime) && p.day.weekday() == n:
		return it
	case p.unit == week:
		return at(dayPoint(p.day + day(n-1)))
	}
	return nil
}

// whichWeekday is the nearest one before or after the anchor's day; “this” is one
// that is still to come in the anchor's week, or the day itself.
func whichWeekday(m *match) *item {
	which, n, now := m.of(whichWord).n, m.of(weekday).n, m.anchor.weekday()
	days := n - now
	switch {
	case which == 0 && n < now:
		return nil
	case which < 0 && n >= now:
		days -= 7
	case which > 0 && n <= now:
		days += 7
	case which != 0 && m.unsureWeekdays:
		return nil
	}
	return m.dayFromAnchor(days)
}

// nearestWeekday is the last before the anchor's day or the first after it, in the
// anchor's week too.
func nearestWeekday(m *match) *item {
	days := (m.of(weekday).n - m.anchor.weekday() + 7) % 7
	if m.of(nearestWord).n < 0 {
		days -= 7
	} else if days == 0 {
		days = 7
	}
	return m.dayFromAnchor(days)
}

// lonelyRules take what has found no company: the nearest past weekday, the
// nearest month.
var lonelyRules = []rule{
	{anyOf{{weekday}}, lonelyWeekday},
	{anyOf{{monthName}}, lonelyMonth},
}

func lonelyWeekday(m *match) *item {
	made := m.dayFromAnchor(-((m.anchor.weekday() - m.of(weekday).n + 7) % 7))
	if made == nil {
		return nil
	}
	return guess(made.point)
}

func lonelyMonth(m *match) *item {
	year, ok := m.nearestMonth(m.of(monthName).n)
	if !ok {
		return nil
	}
	return guess(monthPoint(year, m.of(monthName).n))
}

// signalRules take away what only leads to a point.
var signalRules = []rule{
	{anyOf{{signalWord, pointItem}}, theOnly(pointItem)},
	{anyOf{{untilWord, pointItem}, {pointItem, untilWord}}, until},
}

// until is a point that something leads up to, or goes on from. If only the nearest
// of its name is known, it must lie ahead; values of one width are in the order of
// time.
func until(m *match) *item {
	p, now := m.of(pointItem).point, dayPoint(m.anchor).value
	past := p.day != 0 && p.day <= m.anchor || p.day == 0 && p.value < now[:min(len(p.value), len(now))]
	if p.guessed && past {
		return nil
	}
	return m.of(pointItem)
}
