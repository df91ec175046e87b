package timex

// class is what the grammar knows a word, a mark or what it made of several by.
type class byte

const (
	noClass class = iota

	// Words: see classes.
	number
	ordinal
	ordinalEnding
	tensJoiner
	andHalfWord
	oneAndHalfWord
	halfWord
	severalWord
	monthName
	solarMonthName
	weekday
	shortWeekday
	seasonName
	unitName
	yearWord
	ofYearWord
	twoUnitsWord
	dayWord
	whichWord
	nearestWord
	fortnightWord
	agoWord
	aheadWord
	partOfDayWord
	nightWord
	modWord
	thanWord
	signalWord
	untilWord
	behindWord
	duringWord
	longWord
	fillerWord
	everyWord
	timesWord
	onceWord
	perWord
	perUnitWord
	dailyWord
	weeklyWord
	vagueWord
	decadeEnding
	decadeWord
	clockWord
	clockHoursWord
	oClockWord
	hourMark
	halfDayWord
	trapWord

	// Marks.
	dot
	slash
	hyphen
	colon
	comma

	// What the grammar makes of words. A clock time may be a word, too.
	pointItem    // a point in time
	lengthItem   // a length
	yearPartItem // a quarter or half
	clockItem    // a clock time
	wholeItem    // a whole that is finished
)

// markOf is the class of a mark, or noClass.
func markOf(c byte) class {
	switch c {
	case '.':
		return dot
	case '/':
		return slash
	case '-':
		return hyphen
	case ':':
		return colon
	case ',':
		return comma
	}
	return noClass
}

// classes are the classes of words by their names in the tables of the languages,
// each with the number of its first sense.
var classes = map[string]sense{
	"number":      {number, 1, false},         // one | two | … twenty
	"tens":        {number, 30, false},        // thirty | forty | … ninety; counted by tens
	"tens and":    {number, 20, false},        // and twenty | and thirty | …, in one word; by tens
	"ordinal":     {ordinal, 1, false},        // first | second | …
	"th":          {ordinalEnding, 0, false},  // after digits: makes an ordinal of them
	"and":         {tensJoiner, 0, false},     // between tens and ones
	"and half":    {andHalfWord, 0, false},    // “and a half”
	"half more":   {oneAndHalfWord, 1, false}, // one and a half | two and a half | …
	"half":        {halfWord, 0, false},       // “half an hour”
	"several":     {severalWord, 0, false},    // an unknown number
	"month":       {monthName, 1, false},      // January | … December
	"solar":       {solarMonthName, 1, false}, // Farvardin | … Esfand
	"weekday":     {weekday, 1, false},        // Monday | … Sunday
	"short":       {shortWeekday, 1, false},   // weekdays cut short, understood only before a date
	"season":      {seasonName, 0, false},     // spring | summer | autumn | winter
	"unit":        {unitName, 0, false},       // see unit
	"units":       {unitName, 0, true},        // the same in the plural, if that can be told
	"year":        {yearWord, 0, false},       // before four digits: they are a year
	"of year":     {ofYearWord, 0, false},     // the same behind them
	"two":         {twoUnitsWord, 0, false},   // two units in one word
	"day":         {dayWord, -2, false},       // day before yesterday | … day after tomorrow
	"which":       {whichWord, -1, false},     // last | this | next
	"nearest":     {nearestWord, -1, false},   // the last before | | the first after, with weekdays, where “which” is unsure
	"fortnight":   {fortnightWord, 14, false}, // fourteen days | about fifteen
	"ago":         {agoWord, 0, false},        // so long before the article's day
	"ahead":       {aheadWord, 0, false},      // so long after it
	"part":        {partOfDayWord, 0, false},  // morning | afternoon | evening | night
	"night":       {nightWord, -1, false},     // last night | tonight
	"mod":         {modWord, 0, false},        // start | middle | end
	"than":        {thanWord, 0, false},       // less than | more than | at most | at least | about
	"signal":      {signalWord, 0, false},     // before a point: “since”, “on”; says nothing of the value
	"until":       {untilWord, 0, false},      // before or after a point, often one to come
	"behind":      {behindWord, 0, false},     // a signal that stands after its point
	"during":      {duringWord, 0, false},     // before a length
	"long":        {longWord, 0, false},       // the same after a length
	"filler":      {fillerWord, 0, false},     // says nothing anywhere
	"every":       {everyWord, 0, false},      // every
	"times":       {timesWord, 0, false},      // times
	"once":        {onceWord, 1, false},       // once | twice
	"per":         {perWord, 0, false},        // between “twice” and the unit
	"per unit":    {perUnitWord, 0, false},    // “in each” and the unit, in one word
	"daily":       {dailyWord, 0, false},      // each unit's adverb
	"weekly":      {weeklyWord, 1, false},     // on Mondays | … Sundays
	"vague":       {vagueWord, -1, false},     // past | present | future
	"decade":      {decadeEnding, 0, false},   // after digits: makes a decade of them
	"decades":     {decadeWord, 193, false},   // thirties | … nineties
	"clock":       {clockWord, 0, false},      // before a clock time
	"clock hours": {clockHoursWord, 0, false}, // before the hours of a clock time in words
	"o'clock":     {oClockWord, 0, false},     // after a clock time
	"hour mark":   {hourMark, 0, false},       // inside a clock time, or after it
	"noon":        {clockItem, 12, false},     // twelve o'clock
	"half day":    {halfDayWord, 0, false},    // a.m. | p.m.
	"trap":        {trapWord, 0, false},       // looks like a date, and is none
}
