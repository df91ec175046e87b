package timex

import (
	"strconv"

	"spanwise/annotations"
)

// thanMods and pointMods are TIMEX3's modifiers, in the order of the tables.
var (
	thanMods  = []string{"LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "APPROX"}
	pointMods = []string{"START", "MID", "END"}
)

// lengthRules count units, and say if it is more or less than that.
var lengthRules = []rule{
	{anyOf{{halfWord, number, unitName}, {halfWord, unitName}}, halfOf},
	{anyOf{
		{number, andHalfWord, unitName}, {number, unitName, andHalfWord},
	}, func(m *match) *item { return length(m.of(number).n, m.of(unitName), true) }},
	{anyOf{{number, dot, number, unitName}, {number, comma, number, unitName}}, pointFive},
	{anyOf{{oneAndHalfWord, unitName}}, func(m *match) *item { return length(m.of(oneAndHalfWord).n, m.of(unitName), true) }},
	{anyOf{
		{number, whichWord, unitName}, {number, unitName, whichWord}, {whichWord, number, unitName},
		{unitName, number, whichWord},
	}, lastLength},
	{anyOf{{number, fortnightWord, unitName}}, fifteen},
	{anyOf{{number, fortnightWord}, {duringWord, fortnightWord}}, fortnight},
	{anyOf{{whichWord, fortnightWord}, {fortnightWord, whichWord}}, lastFortnight},
	{anyOf{{number, unitName}}, wholeLength},
	{anyOf{{severalWord, unitName}}, func(m *match) *item { return &item{class: lengthItem, unit: unit(m.of(unitName).n)} }},
	{anyOf{{twoUnitsWord}}, func(m *match) *item { return length(2, m.of(twoUnitsWord), false) }},
	{anyOf{
		{thanWord, lengthItem}, {lengthItem, thanWord},
	}, func(m *match) *item { return compared(m.of(lengthItem), m.of(thanWord).n) }},
	{anyOf{{duringWord, lengthItem}}, theOnly(lengthItem)},
	{anyOf{{signalWord, lengthItem}}, placedLength},
}

// length is so many units; 0 is an unknown number, which only a word can say.
func length(n int, u *item, half bool) *item {
	it := &item{class: lengthItem, n: n, unit: unit(u.n), half: half}
	if n == 0 || it.unit.duration(n, half) == "" {
		return nil
	}
	return it
}

// pointFive is a number with a half in digits.
func pointFive(m *match) *item {
	if part := m.items[2]; part.n != 5 || part.digits != 1 || m.first().digits > 2 {
		return nil
	}
	return length(m.first().n, m.of(unitName), true)
}

func wholeLength(m *match) *item {
	if m.of(number).dotted {
		return nil
	}
	return length(m.of(number).n, m.of(unitName), false)
}

// lastLength is a length that ends or begins now: “the last three days”.
func lastLength(m *match) *item {
	it := length(m.of(number).n, m.of(unitName), false)
	if it == nil || it.n == 1 || m.of(whichWord).n == 0 {
		return nil
	}
	it.placed = true
	return it
}

// fortnight is so many times two weeks. Where a language has a word for fifteen
// days, people say it of two weeks too.
func fortnight(m *match) *item {
	n := 1
	if number := m.of(number); number != nil {
		n = number.n
	}
	switch {
	case m.of(fortnightWord).n == 14:
		return &item{class: lengthItem, n: 2 * n, unit: week}
	case n == 1:
		return &item{class: lengthItem, n: 15, unit: oneDay, mod: "APPROX"}
	}
	return nil
}

// lastFortnight is one that ends or begins now.
func lastFortnight(m *match) *item {
	made := fortnight(m)
	if m.of(whichWord).n == 0 {
		return nil
	}
	made.placed = true
	return made
}

// fifteen is about so many units: “une quinzaine d'années”.
func fifteen(m *match) *item {
	if m.of(fortnightWord).n == 14 || m.of(number).n != 1 {
		return nil
	}
	made := length(15, m.of(unitName), false)
	if made != nil {
		made.mod = "APPROX"
	}
	return made
}

// placedLength is one with a preposition that leads to points only, unless the
// length itself says when: “en los últimos diez años”.
func placedLength(m *match) *item {
	if !m.of(lengthItem).placed {
		return nil
	}
	return m.of(lengthItem)
}

// halfOf is half a unit, in smaller ones that are whole.
func halfOf(m *match) *item {
	if n := m.of(number); n != nil && n.n != 1 {
		return nil
	}
	switch unit(m.of(unitName).n) {
	case hour:
		return &item{class: lengthItem, n: 30, unit: minute}
	case oneDay:
		return &item{class: lengthItem, n: 12, unit: hour}
	case year:
		return &item{class: lengthItem, n: 6, unit: month}
	case decade:
		return &item{class: lengthItem, n: 5, unit: year}
	case century:
		return &item{class: lengthItem, n: 50, unit: year}
	}
	return nil
}

// compared says that a length or point is more, less or about, unless it does so
// already.
func compared(it *item, than int) *item {
	if it.mod != "" {
		return nil
	}
	made := *it
	made.mod = thanMods[than]
	return &made
}

// frequencyRules know what comes so often in each unit.
var frequencyRules = []rule{
	{anyOf{{number, timesWord, perWord, unitName}}, func(m *match) *item { return often(m.of(number).n, m.of(unitName)) }},
	{anyOf{{onceWord, perWord, unitName}}, func(m *match) *item { return often(m.of(onceWord).n, m.of(unitName)) }},
	{anyOf{{perUnitWord, number, timesWord}}, func(m *match) *item { return often(m.of(number).n, m.of(perUnitWord)) }},
	{anyOf{{perUnitWord, onceWord}}, func(m *match) *item { return often(m.of(onceWord).n, m.of(perUnitWord)) }},
}

func often(n int, u *item) *item {
	return finished(annotations.Timex{Type: annotations.TimexSet, Value: unit(u.n).duration(1, false), Freq: strconv.Itoa(n) + "X"})
}

// finished is a whole that no rule takes up again; nil if it has no value.
func finished(t annotations.Timex) *item {
	if t.Value == "" {
		return nil
	}
	return &item{class: wholeItem, timex: t}
}

// setRules know what comes again with every weekday, month, season or length.
var setRules = []rule{
	{anyOf{{everyWord, weekday}}, func(m *match) *item { return every("XXXX-WXX-" + strconv.Itoa(m.of(weekday).n)) }},
	{anyOf{{weeklyWord}}, func(m *match) *item { return every("XXXX-WXX-" + strconv.Itoa(m.of(weeklyWord).n)) }},
	{anyOf{{everyWord, monthName}}, func(m *match) *item { return every("XXXX-" + pad(m.of(monthName).n, 2)) }},
	{anyOf{{everyWord, seasonName}}, func(m *match) *item { return every("XXXX-" + seasonCodes[m.of(seasonName).n]) }},
	{anyOf{{everyWord, partOfDayWord}}, func(m *match) *item { return every("XXXX-XX-XXT" + partCodes[m.of(partOfDayWord).n]) }},
	{anyOf{{everyWord, unitName}}, func(m *match) *item { return every(unit(m.of(unitName).n).duration(1, false)) }},
	{anyOf{{dailyWord}}, func(m *match) *item { return every(unit(m.of(dailyWord).n).duration(1, false)) }},
	{anyOf{
		{everyWord, ordinal, unitName},
	}, func(m *match) *item { return every(unit(m.of(unitName).n).duration(m.of(ordinal).n, false)) }},
	{anyOf{{everyWord, fortnightWord}}, func(m *match) *item { return everyLength(&match{m.reading, []*item{fortnight(m)}}) }},
	{anyOf{{everyWord, lengthItem}}, everyLength},
}

func every(value string) *item {
	return finished(annotations.Timex{Type: annotations.TimexSet, Value: value, Quant: "EVERY"})
}

func everyLength(m *match) *item {
	it := m.of(lengthItem)
	if it.mod != "" || it.n == 0 {
		return nil
	}
	return every(it.unit.duration(it.n, it.half))
}

// modRules know the start, middle and end of what is wider than a day, and what is
// only about.
var modRules = []rule{
	{anyOf{{modWord, pointItem}, {pointItem, modWord}}, func(m *match) *item { return modified(m.of(pointItem), m.of(modWord).n) }},
	{anyOf{
		{modWord, unitName}, {unitName, modWord},
	}, func(m *match) *item { return modified(m.whichUnit(0, m.of(unitName)), m.of(modWord).n) }},
	{anyOf{{thanWord, pointItem}}, about},
}

// modified is the start, middle or end of a point.
func modified(it *item, mod int) *item {
	if it == nil || it.mod != "" {
		return nil
	}
	switch it.point.unit {
	case oneDay, clockTime, vague, weekend, days:
		return nil
	}
	return &item{class: pointItem, point: it.point, mod: pointMods[mod]}
}

// about is a point that is not exact. Other comparisons are of lengths, and “about
// Tuesday” may be what somebody said about it.
func about(m *match) *item {
	made := compared(m.of(pointItem), m.of(thanWord).n)
	if made == nil || made.mod != "APPROX" || made.point.guessed {
		return nil
	}
	return made
}

// wholeRules finish an expression: they take away what only leads to a point or a
// length, and understand units in the plural, without a number.
var wholeRules = []rule{
	{anyOf{{lengthItem, longWord}, {lengthItem}}, func(m *match) *item { return lasting(m.of(lengthItem)) }},
	{anyOf{{duringWord, unitName}, {unitName}}, units},
	{anyOf{{vagueWord}}, func(m *match) *item { return at(vaguePoint(m.of(vagueWord).n)) }},
	{anyOf{{signalWord, pointItem}, {pointItem, behindWord}}, theOnly(pointItem)},
	{anyOf{{untilWord, pointItem}, {pointItem, untilWord}}, until},
}

// units is an unknown number of a unit in the plural.
func units(m *match) *item {
	if !m.of(unitName).plural {
		return nil
	}
	return lasting(&item{unit: unit(m.of(unitName).n)})
}

// lasting says a length as TIMEX3 does.
func lasting(it *item) *item {
	return finished(annotations.Timex{Type: annotations.TimexDuration, Value: it.unit.duration(it.n, it.half), Mod: it.mod})
}
