package timex

import (
	"fmt"
	"strings"
	"testing"
)

// cldr are the names of months and of weekdays from Monday in the wide form that
// dates have in the Unicode CLDR, by language.
var cldr = map[string][2]string{
	"en": {"January February March April May June July August September October November December", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"},
	"pt": {"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"},
	"fr": {"janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "lundi mardi mercredi jeudi vendredi samedi dimanche"},
	"es": {"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "lunes martes miércoles jueves viernes sábado domingo"},
	"de": {"Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"},
	"ar": {"يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر", "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"},
	"tr": {"Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık", "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar"},
	"ru": {"января февраля марта апреля мая июня июля августа сентября октября ноября декабря", "понедельник вторник среда четверг пятница суббота воскресенье"},
	"fa": {"ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر", "دوشنبه سه\u200cشنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه"},
}

func TestAllMonthsAndWeekdaysAreKnown(t *testing.T) {
	for _, l := range languages {
		months, weekdays := strings.Fields(cldr[l.code][0]), strings.Fields(cldr[l.code][1])
		if len(months) != 12 || len(weekdays) != 7 {
			t.Fatalf("%s: %d months, %d weekdays", l.code, len(months), len(weekdays))
		}
		for i, month := range months {
			want := fmt.Sprintf("2023-%02d-17", i+1)
			for _, text := range []string{"17 " + month + " 2023", "17 " + strings.ToUpper(month) + " 2023"} {
				if got, ok := Read(text, l.code, ""); !ok || got.Value != want {
					t.Errorf("%s: %s is %+v (%v)", l.code, text, got, ok)
				}
			}
		}
		for i, weekday := range weekdays {
			want := fmt.Sprintf("2023-04-%02d", 17+i)
			if got, ok := Read(weekday, l.code, "2023-04-23"); !ok || got.Value != want {
				t.Errorf("%s: %s is %+v (%v), want %s", l.code, weekday, got, ok, want)
			}
		}
	}
}

// A table that names a class that the grammar does not have, or gives a word two
// senses of one class, would be read without a word of complaint.
func TestTablesSayNothingTwice(t *testing.T) {
	for _, l := range languages {
		for line := range strings.Lines(strings.TrimSpace(l.table)) {
			if name, _, _ := strings.Cut(line, ":"); classes[name].class == 0 {
				t.Errorf("%s: there is no class %q", l.code, name)
			}
		}
		l.once.Do(l.load)
		for word, senses := range l.words {
			seen := map[class]bool{}
			for _, s := range senses {
				if seen[s.class] {
					t.Errorf("%s: %q has two senses of class %d", l.code, word, s.class)
				}
				seen[s.class] = true
			}
			if n := len(strings.Fields(word)); n > longestPhrase {
				t.Errorf("%s: %q has %d words", l.code, word, n)
			}
		}
	}
}

// “Units” are “unit” in the plural, and tens are numbers; all other classes are each
// on their own.
func TestClassesAreTold(t *testing.T) {
	names := map[class]string{}
	for name, c := range classes {
		if other := names[c.class]; other != "" && c.class != unitName && c.class != number {
			t.Errorf("%q and %q are one class, %d", name, other, c.class)
		}
		names[c.class] = name
	}
}

func TestEveryClassOfWordsHasANameInTheTables(t *testing.T) {
	named := map[class]bool{}
	for _, c := range classes {
		named[c.class] = true
	}
	for c := noClass + 1; c < dot; c++ {
		if !named[c] {
			t.Errorf("no line of a table can give a word the class %d", c)
		}
	}
}

func TestEveryPatternHasAnItem(t *testing.T) {
	for _, rules := range stages {
		for _, r := range rules {
			for _, pattern := range r.patterns {
				if pattern.length() == 0 {
					t.Errorf("%v fits nothing", r.patterns)
				}
			}
		}
	}
}

// What is copied from a page may have accents as signs of their own, other digits,
// other spaces and marks of direction.
func TestSpellingsOfOneExpressionAreOne(t *testing.T) {
	for _, tt := range []struct{ text, language, want string }{
		{"1er fe\u0301vrier 2023", "fr", "2023-02-01"},
		{"1er fevrier 2023", "fr", "2023-02-01"},
		{"25\u00a0avril\u202f2023", "fr", "2023-04-25"},
		{"\u200f٢٥ أبريل ٢٠٢٣\u200f", "ar", "2023-04-25"},
		{"25 نـيـسـان 2023", "ar", "2023-04-25"},
		{"25 ابريل 2023", "ar", "2023-04-25"},
		{"سه شنبه ۲۵ آوریل ۲۰۲۳", "fa", "2023-04-25"},
		{"سەشنبه ۲۵ آوريل ۲۰۲۳", "fa", ""},
		{"۲۵ آوريل ۲۰۲۳", "fa", "2023-04-25"},
		{"25 NİSAN 2023", "tr", "2023-04-25"},
		{"25 kasim 2023", "tr", "2023-11-25"},
		{"25 maja 2023", "tr", ""},
		{"  25 April 2023, ", "en", "2023-04-25"},
		{"9 мая 2023", "ru", "2023-05-09"},
		{"в маи\u0306 2023", "ru", "2023-05"},
		{"dreißig Jahre", "de", "P30Y"},
		{"DREISSIG JAHRE", "de", "P30Y"},
		{"999999 days", "en", "P999999D"},
		{"1000025 days", "en", ""},
		{"99999999999999999999999 days", "en", ""},
	} {
		got, ok := Read(tt.text, tt.language, "")
		if ok != (tt.want != "") || got.Value != tt.want {
			t.Errorf("%q (%s) is %+v (%v), want %q", tt.text, tt.language, got, ok, tt.want)
		}
	}
}
