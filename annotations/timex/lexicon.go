package timex

import (
	"strings"
	"sync"
)

// language is what the grammar must know of a language.
type language struct {
	code string // ISO 639-1
	// table gives words their senses, a line for each class: its name, a colon,
	// then the words, "," between words of the same sense and "|" before the next
	// sense of the class, in the order that classes has. A word may stand in
	// several lines, may be several words, and is folded like the text. "*" at the
	// end stands for any of the endings.
	table   string
	endings string // what may stand for a "*", with spaces between
	article string // what may stand before any word, or ""
	joiner  string // what joins ones and tens in one word, such as "und", or ""
	// unsureWeekdays is set if “next Friday” may be this week's or next week's.
	unsureWeekdays bool
	// hijri is set if years below 1500 are those of a Hijri calendar, and weeks
	// begin on Saturday.
	hijri bool
	// solar is set if “last month” may be one of the Solar Hijri calendar.
	solar bool

	// What load makes of the table, when it is first needed.
	once     sync.Once
	words    map[string][]sense
	suffixes []string
}

// languages are all that are understood, in the order in which they are tried.
var languages = []*language{english, portuguese, french, spanish, german, arabic, turkish, russian, persian}

// sense is what a word can mean: a class of the grammar, and which of the class.
type sense struct {
	class  class
	n      int
	plural bool
}

// load builds the words from the table when they are first needed.
func (l *language) load() {
	l.words, l.suffixes = map[string][]sense{}, strings.Fields(l.endings)
	for _, line := range strings.Split(l.table, "\n") {
		name, list, _ := strings.Cut(line, ":")
		first, step := classes[name], 1
		if strings.HasPrefix(name, "tens") {
			step = 10
		}
		for _, same := range strings.Split(list, "|") {
			for _, word := range strings.Split(same, ",") {
				l.add(strings.TrimSpace(word), first)
			}
			first.n += step
		}
	}
}

// add gives a word one more sense.
func (l *language) add(word string, s sense) {
	stem, open := strings.CutSuffix(word, "*")
	key := fold(stem).text
	if open {
		key += "*"
	}
	if word != "" {
		l.words[key] = append(l.words[key], s)
	}
}

// senses looks up one or more folded words: as they are, with an ending less, and
// without the article.
func (l *language) senses(words string) []sense {
	if found, ok := l.words[words]; ok {
		return found
	}
	if found := l.words[words+"*"]; found != nil {
		return found
	}
	for _, ending := range l.suffixes {
		if stem, ok := strings.CutSuffix(words, ending); ok {
			if found := l.words[stem+"*"]; found != nil {
				return found
			}
		}
	}
	if bare, ok := strings.CutPrefix(words, l.article); ok && l.article != "" {
		return l.words[bare]
	}
	return nil
}

// longestPhrase is how many words of a table belong together at most.
const longestPhrase = 5

// items gives each word or phrase of an expression its senses; false if a word is
// unknown. What says nothing anywhere is left out.
func (l *language) items(f folded) ([]*item, bool) {
	l.once.Do(l.load)
	items := make([]*item, 0, len(f.tokens)+1)
	for i := 0; i < len(f.tokens); {
		next, used := l.itemAt(f, i)
		if used == 0 {
			parts := l.compound(f.text[f.tokens[i].start:f.tokens[i].end])
			if parts == nil {
				return nil, false
			}
			items, i = append(items, parts...), i+1
			continue
		}
		if !next.isFiller() {
			items = append(items, next)
		}
		i += used
	}
	return items, true
}

// itemAt takes a number, a mark, or the longest phrase that is known, and says
// how many tokens that took; none if it knows nothing there.
func (l *language) itemAt(f folded, i int) (*item, int) {
	t := f.tokens[i]
	switch c := f.text[t.start]; {
	case t.number == tooMuch:
		return nil, 0
	case t.digits > 0:
		return &item{class: number, n: t.number, digits: t.digits, dotted: t.dotted}, 1
	case t.end-t.start == 1 && markOf(c) != noClass:
		return &item{class: markOf(c)}, 1
	}
	for n := min(longestPhrase, len(f.tokens)-i); n > 0; n-- {
		if s := l.senses(f.text[t.start:f.tokens[i+n-1].end]); s != nil {
			return &item{senses: s}, n
		}
	}
	return nil, 0
}

// compound takes a word apart, in a language that joins words: ones and tens
// (“fünfundzwanzig”), or a weekday and a part of it (“Dienstagabend”).
func (l *language) compound(word string) []*item {
	if l.joiner == "" {
		return nil
	}
	ones, tens, _ := strings.Cut(word, l.joiner)
	if a, b := only(number, l.senses(ones)), only(number, l.senses(tens)); a != nil && b != nil {
		return []*item{{class: number, n: a[0].n + b[0].n}}
	}
	for i := range word {
		if day, part := only(weekday, l.senses(word[:i])), only(partOfDayWord, l.senses(word[i:])); day != nil && part != nil {
			return []*item{{senses: day}, {senses: part}}
		}
	}
	return nil
}

// only gives those of the senses that are of a class, or nil.
func only(c class, senses []sense) []sense {
	for i, s := range senses {
		if s.class == c {
			return senses[i : i+1]
		}
	}
	return nil
}
