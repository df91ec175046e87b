// Package timex understands dates as people write them, in nine languages, and
// says them as TIMEX3 values. A table of words for each language gives every word
// its senses; one grammar for all of them puts the senses together.
//
// An expression is understood as a whole or not at all. What could be meant in
// two ways, has a word left over, names a day that does not exist, or hangs on a
// date that is not known is not understood: a person then says it otherwise or
// enters the value. So “04/05/2023” is not understood in English (it is in
// American and in British English, each in its way), nor “two years later”, which
// hangs on what was told before. Lunar Hijri dates never are: their day depends
// on where the moon was seen.
//
// The values follow the guidelines of TimeML 1.2.1, and where they leave a choice
// the tagger HeidelTime for news:
//   - prepositions are no part of a value: “since 2011” and “before 2011” are
//     2011. BEFORE and AFTER stand for “more than” and “less than” so long ago;
//   - a weekday alone is the nearest past one, the article's own day included.
//     “Last” and “next” are the nearest before and after the article's day; where
//     a language is not sure of that (English, German “next”), one that lies in the
//     article's own week is not understood;
//   - a month without a year, or a day of it, is the one nearest to the article's
//     month, and not understood if more than four months away;
//   - “until Friday” and “by December” may mean one to come, and are not understood
//     if the rules above would give a past one;
//   - what is so many weeks, months or years ago is that week, month or year;
//     weeks are those of ISO 8601;
//   - decades and centuries are cut years, “199” and “19”; as lengths they are
//     years, P10Y and P100Y;
//   - days of one month, “25–26 April”, are an interval of ISO 8601, which TIMEX3
//     has no value for: 2023-04-25/2023-04-26;
//   - what comes again is a SET of lengths, with EVERY, or of weekdays and months:
//     “daily” is P1D, “every Tuesday” XXXX-WXX-2, “twice a week” P1W with freq 2X.
package timex

import (
	"strings"

	"spanwise/annotations"
)

// Anchor is the day from which “yesterday” and “last week” are counted, usually
// the day on which the article was published, as YYYY-MM-DD. Anything else is no
// anchor: then only expressions that say all themselves are understood.
type Anchor string

// longest is how many bytes an expression may have. No date needs as many.
const longest = 200

// Read understands an expression. The language (BCP 47) is the article's; if it
// leaves a word unknown, or is empty or none of the nine, English is tried, and
// then the others, who must agree. Values of TIMEX3, such as "2023-W17" or "P3D",
// are understood in every language.
func Read(text, language string, anchor Anchor) (annotations.Timex, bool) {
	if len(text) > longest {
		return annotations.Timex{}, false
	}
	if t, ok := readValue(text); ok {
		return t, true
	}
	words := fold(text)
	if len(words.tokens) == 0 || len(words.tokens) > mostTokens {
		return annotations.Timex{}, false
	}
	tag := strings.ToLower(language)
	day := parseDay(string(anchor))
	own, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	for _, code := range []string{own, "en"} {
		for _, l := range languages {
			if l.code != code {
				continue
			}
			if t, outcome := l.read(words, tag, day); outcome != unknownWord {
				return t, outcome == understood
			}
		}
	}
	return readForeign(words, own, day)
}

// readForeign tries the languages that Read has not tried. They must agree.
func readForeign(words folded, own string, day day) (annotations.Timex, bool) {
	var found annotations.Timex
	for _, l := range languages {
		if l.code == own || l.code == "en" {
			continue
		}
		t, outcome := l.read(words, l.code, day)
		if outcome != understood {
			continue
		}
		if found.Type != "" && found != t {
			return annotations.Timex{}, false
		}
		found = t
	}
	return found, found.Type != ""
}

// outcome is what came of reading an expression in one language.
type outcome int

const (
	unknownWord outcome = iota // not of this language
	ambiguous                  // every word is known, the whole is not
	understood
)
