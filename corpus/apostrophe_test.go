package corpus_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

func documentIn(t testing.TB, language, text string) *corpus.Document {
	t.Helper()
	return document(t, text).WithDetails(corpus.Details{Language: language})
}

// wordsOf walks over a text by words and parts them with bars.
func wordsOf(doc *corpus.Document) string {
	var found []string
	for start, end, ok := doc.NextWord(0); ok; start, end, ok = doc.NextWord(end) {
		found = append(found, doc.Text()[start:end])
	}
	return strings.Join(found, "|")
}

func TestApostrophesPartWordsAsTheLanguageDoes(t *testing.T) {
	tests := []struct{ language, text, want, why string }{
		{"fr", "l'Ukraine", "l'|Ukraine", "the article has lost its vowel"},
		{"fr-CA", "D’Ottawa", "D’|Ottawa", "a variety of the language, and the other apostrophe"},
		{"fr_FR", "qu'il n'a s'y", "qu'|il|n'|a|s'|y", "the pronouns do too"},
		{"fr", "jusqu'à lorsqu'on puisqu’elle quoiqu'en", "jusqu'|à|lorsqu'|on|puisqu’|elle|quoiqu'|en", "and the conjunctions"},
		{"fr", "L'ÉTAT C'ÉTAIT", "L'|ÉTAT|C'|ÉTAIT", "a headline in capitals"},
		{"fr", "lʼhomme l＇eau l‘œuvre", "lʼ|homme|l＇|eau|l‘|œuvre", "every sign that people write for it"},
		{"fr", "d'aujourd'hui", "d'|aujourd'hui", "one of two apostrophes parts"},
		{"fr", "aujourd’hui presqu'île quelqu'un prud'homme", "aujourd’hui|presqu'île|quelqu'un|prud'homme", "these are words by now"},
		{"fr", "N'Djamena M'Bala L'viv", "N'Djamena|M'Bala|L'viv", "nothing is elided before a consonant"},
		{"fr", "l'ONU l'FMI", "l'|ONU|l'|FMI", "the names of letters begin with vowels"},
		{"fr", "O'Brien", "O'Brien", "a name"},
		{"it", "l'Ucraina dell'Unione un'altra quest’anno", "l'|Ucraina|dell'|Unione|un'|altra|quest’|anno", "articles, and what is one with them"},
		{"it", "nell'est sull'onda dall'ONU all'Fmi c'è", "nell'|est|sull'|onda|dall'|ONU|all'|Fmi|c'|è", "and prepositions"},
		{"it", "D'Alema d'Europa", "D'Alema|d'|Europa", "a family name has a capital"},
		{"ca", "l’Estat d'Ucraïna s'ha compra'n", "l’|Estat|d'|Ucraïna|s'|ha|compra|'n", "pronouns lean on verbs too"},
		{"pt", "d'água D'Ávila", "d'|água|D'Ávila", "Portuguese keeps few"},
		{"en", "Assad's Putin’s ministersʼ", "Assad|'s|Putin|’s|ministers", "the name is what is meant"},
		{"en-GB", "they'll we're I've he'd I'm", "they|'ll|we|'re|I|'ve|he|'d|I|'m", "verbs that lean on the word before"},
		{"en", "ASSAD'S", "ASSAD|'S", "in capitals"},
		{"en", "shouldn't've", "shouldn't|'ve", "the last of two"},
		{"en", "don't can’t", "don't|can’t", "“ca” would be no word"},
		{"en", "O'Brien D'Souza Qur'an Sana'a Xi'an l'Oréal", "O'Brien|D'Souza|Qur'an|Sana'a|Xi'an|l'Oréal", "names of other languages"},
		{"en", "rock'n'roll rock 'n' roll o'clock ma'am", "rock'n'roll|rock|n|roll|o'clock|ma'am", "no possessive"},
		{"tr", "Rusya'nın ABD’nin", "Rusya|'nın|ABD|’nin", "Turkish sets endings off names"},
		{"tr", "Kur'an'ın", "Kur'an|'ın", "but has a name with an apostrophe"},
		{"uk", "об'єкт п’ять", "об'єкт|п’ять", "a letter of the word"},
		{"nl", "foto's", "foto's", "a plural"},
		{"de", "geht's", "geht's", "no rule is told of it"},
		{"", "l'Ukraine Assad's d'accord we'll", "l'|Ukraine|Assad|'s|d'|accord|we|'ll", "what means the same wherever it stands"},
		{"", "D'Alema O'Brien aujourd'hui Bell's all's", "D'Alema|O'Brien|aujourd'hui|Bell|'s|all|'s", "and nothing else"},
		{"und", "dell'Unione Qur'an don't", "dell'|Unione|Qur'an|don't", "a tag that says nothing"},
	}
	for _, test := range tests {
		doc := documentIn(t, test.language, test.text)
		if diff := cmp.Diff(test.want, wordsOf(doc)); diff != "" {
			t.Errorf("words in %q: %s (-want +got):\n%s", test.language, test.why, diff)
		}
	}
}

func TestALongWordOfApostrophesIsReadOnce(t *testing.T) {
	for _, piece := range []string{"k'k", "l'u", "s's", "don't've"} {
		for _, language := range []string{"", "fr", "en", "tr"} {
			doc := documentIn(t, language, strings.Repeat(piece, 1_000_000/len(piece)))
			began := time.Now()
			doc.SnapToWords(10, 11)
			if took := time.Since(began); took > 5*time.Second {
				t.Errorf("1 MB of %q in %q took %v", piece, language, took)
			}
		}
	}
}

func TestAnEndBesideAnApostropheOrHyphenStays(t *testing.T) {
	tests := []struct{ name, language, marked, want, why string }{
		{"the noun", "fr", "de l'[Ukraine] et", "de l'[Ukraine] et", "exactly it was covered"},
		{"half the noun", "fr", "de l'U[krai]ne et", "de l'[Ukraine] et", "the article is another word"},
		{"the article", "fr", "de [l']Ukraine", "de [l']Ukraine", "exactly it was covered"},
		{"half the article", "fr", "de [l]'Ukraine", "de [l']Ukraine", "its apostrophe belongs to it"},
		{"the name", "en", "[Assad]'s men", "[Assad]'s men", "exactly it was covered"},
		{"the possessive too", "en", "As[sad']s men", "[Assad's] men", "half of it is the whole"},
		{"the verb before not", "en", "they [do]n't", "they [do]n't", "the end was set between the two"},
		{"not alone", "en", "they do[n’t] go", "they do[n’t] go", "the start was"},
		{"a letter of it", "en", "they d[o]n't", "they [do]n't", "only the end was set exactly"},
		{"in any language", "uk", "об[']єкт", "об[']єкт", "both ends were set exactly"},
		{"a name's part", "en", "O'[Brien]", "O'[Brien]", "the start was set exactly"},
		{"and its other part", "de", "[O]'Brien", "[O]'Brien", "the end was set exactly"},
		{"whole by a letter", "en", "O'Br[ie]n", "[O'Brien]", "nothing was set exactly"},
		{"a hyphen", "en", "[pro]-Russian", "[pro]-Russian", "it sets words apart"},
		{"a hyphen that joins", "hy", "Հայ֊[ա]կան", "Հայ֊[ական]", "Armenian's is part of a word"},
		{"no language", "", "de l'[Ukraine] et", "de l'[Ukraine] et", "it is unmistakable"},
		{"another language", "de", "de l'[Ukraine] et", "de l'[Ukraine] et", "the start was set exactly"},
		{"a mark on the apostrophe", "fr", "l'\u0301[Ukraine]", "[l'\u0301Ukraine]", "it is one character to a reader"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, start, end := selection(t, test.marked)
			doc = doc.WithDetails(corpus.Details{Language: test.language})
			first, last := doc.SnapToWords(start, end)
			if diff := cmp.Diff(test.want, mark(doc, first, last)); diff != "" {
				t.Errorf("since %s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

// apostrophes are what the texts of the property below are made of: all that the rules look at, and what joins to it.
var apostrophes = []string{
	"l", "L", "d", "D", "qu", "dell", "Assad", "do", "n", "t", "s", "S", "ll", "aujourd", "hui", "Ukraine", "é", "a", "viv",
	"'", "’", "ʼ", "‘", "＇", "-", "֊", "\u00ad", "\u0301", "\u200d", " ", "1", "😀", "ำ", "Д", "ב", ".", "\n",
}

func TestSnappingIsIdempotentAndCutsNoCharacterInAnyLanguage(t *testing.T) {
	r := newRand(t)
	for range 4_000 {
		var text strings.Builder
		for range 1 + r.IntN(12) {
			text.WriteString(apostrophes[r.IntN(len(apostrophes))])
		}
		language := []string{"", "fr", "it", "ca", "pt", "en", "tr", "ru"}[r.IntN(8)]
		doc := documentIn(t, language, text.String())
		boundary := map[int]bool{0: true}
		for _, end := range clusterEnds(doc.Text()) {
			boundary[end] = true
		}
		start, end := r.IntN(len(doc.Text())+1), r.IntN(len(doc.Text())+1)
		first, last := doc.SnapToWords(start, end)
		if !boundary[first] && first != last || !boundary[last] && first != last {
			t.Fatalf("%d to %d of %q in %q became %d to %d: half a character", start, end, doc.Text(), language, first, last)
		}
		if again, end := doc.SnapToWords(first, last); again != first || end != last {
			t.Fatalf("%d to %d of %q in %q became %d to %d when snapped again", first, last, doc.Text(), language, again, end)
		}
		checkWordsMeet(t, doc, boundary)
	}
}

// checkWordsMeet checks that the words of a text follow each other without a gap, wherever one asks for them.
func checkWordsMeet(t *testing.T, doc *corpus.Document, boundary map[int]bool) {
	t.Helper()
	for pos := 0; pos < len(doc.Text()); {
		start, end := doc.WordAt(pos)
		if start != pos || end <= pos || !boundary[end] {
			t.Fatalf("the word at %d of %q in %q is %d to %d", pos, doc.Text(), doc.Language, start, end)
		}
		pos = end
	}
}
