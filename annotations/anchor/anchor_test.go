package anchor

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/corpus"
)

func document(t testing.TB, text string) *corpus.Document {
	t.Helper()
	doc, err := corpus.NewDocument("doc", corpus.Details{Title: "A test"}, text)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// marked reads a text in which [ and ] mark ranges.
func marked(t testing.TB, notation string) (*corpus.Document, []annotations.Range) {
	t.Helper()
	var text strings.Builder
	var ranges []annotations.Range
	for _, r := range notation {
		switch r {
		case '[':
			ranges = append(ranges, annotations.Range{Start: text.Len()})
		case ']':
			ranges[len(ranges)-1].End = text.Len()
		default:
			text.WriteRune(r)
		}
	}
	return document(t, text.String()), ranges
}

// mark is the inverse of marked.
func mark(doc *corpus.Document, ranges []annotations.Range) string {
	var b strings.Builder
	at := 0
	for _, r := range ranges {
		b.WriteString(doc.Text()[at:r.Start] + "[" + doc.Text()[r.Start:r.End] + "]")
		at = r.End
	}
	return b.String() + doc.Text()[at:]
}

func between(t testing.TB, old, new *corpus.Document) *Change {
	t.Helper()
	change, err := Between(old, new, nil)
	if err != nil {
		t.Fatal(err)
	}
	return change
}

// story and tail stand around what the cases are about.
const (
	story = "Syria’s Defence Minister sat down in Moscow on Tuesday with his counterparts, as a government shut out for ten years tries to end its isolation."
	tail  = "Some Arab capitals are ready to help. Saudi Arabia is one of the regional powers that would like to see Syria readmitted."
)

func TestAPassageIsFoundInAnotherVersion(t *testing.T) {
	for _, test := range []struct {
		name, why, old, want string // without marks: lost
		verdict              Verdict
	}{
		{"the same text", "nothing moved", "Turkey and [Syria] spoke.", "Turkey and [Syria] spoke.", Exact},
		{"a change behind", "places in front of it stay", story + " [The host] was Mr Shoigu. " + tail, story + " [The host] was Sergei Shoigu. " + tail, Exact},
		{"a change in front", "it shifts all that follows", story + " [The host] was Mr Shoigu.", "Update: " + story + " [The host] was Mr Shoigu.", Moved},
		{"words right beside it", "the others around it are the same", story + " The [Turkish] army left. " + tail, story + " Its [Turkish] soldiers left. " + tail, Exact},
		{"a paragraph that moved", "its words moved with it", story + "\n\n[The host] was Mr Shoigu, who saw each of them alone.\n\n" + tail, story + "\n\n" + tail + "\n\n[The host] was Mr Shoigu, who saw each of them alone.", Moved},
		{"line breaks", "they are white space like any other", story + " A [Turkish pull-out] was named.", strings.ReplaceAll(story, " ", "\n") + "\nA [Turkish\npull-out] was named.", Moved},
		{"no-break space", "it is white space, too", story + " about [500 000] people", story + " about [500\u00a0000] people", Moved},
		{"quotation marks", "their shape is typography", story + " It was [“a ‘landmark’ meeting”], he said.", story + " It was [\"a 'landmark' meeting\"], he said.", Moved},
		{"guillemets", "they are quotation marks, too", story + " It was [“constructive”], he said.", story + " It was [«\u00a0constructive\u00a0»], he said.", Moved},
		{"dashes and ellipsis", "so is theirs", story + " They [met – at last…] and left.", story + " They [met -- at last...] and left.", Moved},
		{"soft hyphens", "nobody sees them", story + " The [Defence Ministry] spoke.", story + " The [De\u00adfence Min\u00adis\u00adtry] spoke.", Moved},
		{"case", "a headline is not the words of a text", story + " The [defence ministry] spoke.", story + " The [Defence Ministry] spoke.", Doubtful},
		{"a word put in", "the passage is not what was marked", story + " [the withdrawal of troops] was named. " + tail, story + " [the withdrawal of all troops] was named. " + tail, Doubtful},
		{"a word taken out", "the same", story + " [the full withdrawal of troops] was named. " + tail, story + " [the withdrawal of troops] was named. " + tail, Doubtful},
		{"another spelling", "the same", story + " The host was [Shoigu]. " + tail, story + " The host was [Shoygu]. " + tail, Doubtful},
		{"a clause put in", "most of it is still there", story + " [The ministers from Ankara and Damascus spoke for three hours] there. " + tail, story + " [The ministers from Ankara and Damascus, old friends once, spoke for three hours] there. " + tail, Doubtful},
		{"a repetition taken out", "nobody can tell which it was", story + " a [very] very big step. " + tail, story + " a [very] big step. " + tail, Doubtful},
		{"words elsewhere alone", "another passage has the same name", "The envoy met [Shoigu] on Monday. " + story, story + " Later [Shoigu] flew home.", Doubtful},
		{"a sentence that went", "nothing is like it", story + " [Nobody expected it.] " + tail, story + " " + tail, Lost},
		{"a common word that went", "the others are not it", story + " It fell [to] pieces. " + tail, story + " " + tail, Lost},
		{"no text is left", "", "Turkey [and] Syria", "", Lost},
		{"a long sentence among others", "its words are its own context", "A man spoke. [The sovereignty of Syria must be upheld.] Nobody else did.", "Headlines of the day: [The sovereignty of Syria must be upheld.] That was the demand of Tehran, says a paper.", Moved},

		{"half a word", "the other half was not marked", "In front: " + story + " the [pro]-Turkish and anti[Turk]ish camps", story + " the [pro]-Turkish and anti[Turk]ish camps", Moved},
		{"white space at its ends", "it was marked", story + " The[ host ]was there.", "So: " + story + " The[ host ]was there.", Moved},
		{"white space alone", "it is between the same words", story + " The host[ ]was there.", "So: " + story + " The host[ ]was there.", Moved},
		{"white space that went", "there is none", story + " a hand[ ]ball", "So: " + story + " a handball", Lost},
		{"two pieces", "each is placed", story + " They [sat] all of them [down] there. " + tail, "So: " + story + " They [sat] all of them [down] there. " + tail, Moved},
		{"two pieces, one of them lost", "a part of a passage is another passage", story + " They [sat] for hours and [nevertheless agreed]. " + tail, story + " They sat for hours. " + tail, Lost},
		{"two pieces that changed places", "their order was part of it", "[Ali Mahmoud Abbas spoke first and long of Syria.] Then rain fell, and more of it. [Hulusi Akar answered him in few words, with a smile.] The end.", "[Hulusi Akar answered him in few words, with a smile.] Then rain fell, and more of it. [Ali Mahmoud Abbas spoke first and long of Syria.] The end.", Doubtful},

		{"emoji family", "it is one character", story + " They are [👨\u200d👩\u200d👧] now.", "So: " + story + " They are [👨\u200d👩\u200d👧] now.", Moved},
		{"emoji that grew", "half a family cannot be marked", story + " They are [👨] now. " + tail, story + " They are 👨\u200d👩\u200d👧 now. " + tail, Lost},
		{"flag", "it is two letters", story + " They wave [🇸🇾] there.", "So: " + story + " They wave [🇸🇾] there.", Moved},
		{"Arabic", "its marks belong to its letters", "التقى وزير الدفاع [السُّوري] نظيره التركي في موسكو يوم الثلاثاء بعد سنوات من القطيعة", "في خبر عاجل: التقى وزير الدفاع [السُّوري] نظيره التركي في موسكو يوم الثلاثاء بعد سنوات من القطيعة", Moved},
		{"Arabic with marks of direction", "nobody sees them", "التقى وزير [الدفاع السوري] نظيره التركي في موسكو يوم الثلاثاء بعد سنوات من القطيعة", "التقى وزير [الدفاع \u200fالسوري] نظيره التركي في موسكو يوم الثلاثاء بعد سنوات من القطيعة", Moved},
		{"Persian", "ZWNJ is inside its words", "وزیران دفاع چهار کشور در مسکو [می\u200cنشینند] تا درباره سوریه گفت\u200cوگو کنند و پس از آن", "خبر: وزیران دفاع چهار کشور در مسکو [می\u200cنشینند] تا درباره سوریه گفت\u200cوگو کنند و پس از آن", Moved},
		{"combining marks", "a letter keeps them", story + " Le [cafe\u0301] ferme.", "Ici: " + story + " Le [cafe\u0301] ferme.", Moved},
		{"composed and combined", "they are different bytes and the same to a reader: a person decides", story + " Le [président] part. " + tail, story + " Le [pre\u0301sident] part. " + tail, Doubtful},
		{"Chinese", "each of its characters is a word", "叙利亚[国防部长]周二在莫斯科与土耳其、俄罗斯和伊朗的同行会面。", "据报道，叙利亚[国防部长]周二在莫斯科与土耳其、俄罗斯和伊朗的同行会面。", Moved},
		{"Thai", "so is it here", "รัฐมนตรีกลาโหม[ซีเรีย]พบกับรัฐมนตรีตุรกีที่กรุงมอสโกเมื่อวันอังคาร", "ข่าว: รัฐมนตรีกลาโหม[ซีเรีย]พบกับรัฐมนตรีตุรกีที่กรุงมอสโกเมื่อวันอังคาร", Moved},
	} {
		t.Run(test.name, func(t *testing.T) {
			old, ranges := marked(t, test.old)
			now, _ := marked(t, test.want)
			got := between(t, old, now).Place(ranges)
			if diff := cmp.Diff(fmt.Sprint(test.verdict, " ", test.want), fmt.Sprint(got.Verdict, " ", mark(now, got.Ranges))); diff != "" {
				t.Errorf("since %s (-want +got):\n%s%+v", test.why, diff, got)
			}
		})
	}
}

func TestComparingCanBeStoppedAtEveryPause(t *testing.T) {
	old := document(t, strings.Repeat(story+"\n"+tail+"\n", 200))
	now := document(t, strings.Repeat(tail+"\n"+story+" No.\n", 200))
	stop := errors.New("stop")
	for n := 0; ; n += 7 {
		left, last := n, 0.0
		_, err := Between(old, now, func(done float64) error {
			if done < last || done > 1 {
				t.Fatalf("%v is done after %v", done, last)
			}
			last = done
			if left--; left < 0 {
				return stop
			}
			return nil
		})
		if err == nil && left >= 0 {
			if n < 100 {
				t.Errorf("fewer than %d pauses", n)
			}
			return
		}
		if !errors.Is(err, stop) {
			t.Fatalf("stopped at pause %d: error %v", n+1, err)
		}
	}
}

func TestEveryPassageMovesWithATextThatGetsAHeadline(t *testing.T) {
	body := "Turkey said so. Turkey 😀 went.\n\nTurkey\n"
	d := func(text string) *corpus.Document {
		doc, err := corpus.NewDocument("d", corpus.Details{}, text)
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	headline := "Turkey went\n\n"
	change, err := Between(d(body), d(headline+body), nil)
	if err != nil {
		t.Fatal(err)
	}
	old := d(body).Graphemes()
	for start := range body {
		for end := start + 1; end <= len(body); end++ {
			if s, e := old.Snap(start, end); s != start || e != end {
				continue
			}
			want := Place{Verdict: Moved, Ranges: []annotations.Range{{Start: start + len(headline), End: end + len(headline)}}, Likeness: 1, Context: 1}
			if diff := cmp.Diff(want, change.Place([]annotations.Range{{Start: start, End: end}})); diff != "" {
				t.Errorf("%q (-want +got):\n%s", body[start:end], diff)
			}
		}
	}
}
