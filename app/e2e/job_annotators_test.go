package e2e

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// TestAnnotators has several people mark the same article on one machine.
func TestAnnotators(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		twoAnnotatorsMarkTheSameArticleAndCompare,
		annotatorsAreManagedFromTheKeyboardAlone,
		anAnnotatorStartsFromACopyOfAnothers,
		anArticleIsCalledDoneAndTheListShowsProgress,
		anArticleIsTaggedAndItsTagsSayMore,
		anAnnotatorIsDeletedWithAllTheySaidAndComesBack,
	)
}

// saidExport is what the exported file has about annotators and whole articles.
type saidExport struct {
	Annotators []struct{ ID, Name string }
	Register   []struct{ ID, Name string }
	Sets       []struct {
		Document, Annotator, State, Note string
		Tags                             []struct {
			Label      string
			Attributes map[string]any
		}
		Spans []struct{ Label, Text, Origin string }
	}
}

// saidByEach says of each annotator what their set of the first article has, by name.
func saidByEach(t *testing.T, p *chromium.Page) map[string]string {
	t.Helper()
	data := export(p)
	parseExport(t, data)
	var f saidExport
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatalf("read the export: %v", err)
	}
	names := map[string]string{"annotator-1": "Annotator 1"}
	for _, a := range f.Annotators {
		names[a.ID] = a.Name
	}
	all := map[string]string{}
	for _, set := range f.Sets {
		if set.Document != bundled(t)[0].ID {
			continue
		}
		said := []string{set.State}
		if set.Note != "" {
			said = append(said, "note: "+set.Note)
		}
		for _, tag := range set.Tags {
			said = append(said, fmt.Sprint(tag.Label, " ", f.named(tag.Attributes)))
		}
		for _, s := range set.Spans {
			said = append(said, s.Label+": "+s.Text+" ("+s.Origin+")")
		}
		all[names[set.Annotator]] = strings.Join(said, "; ")
	}
	return all
}

// named are values with the names of entries in the place of their IDs.
func (f *saidExport) named(values map[string]any) map[string]any {
	for id, v := range values {
		pointing, _ := v.(object)
		var names []string
		ids, _ := pointing["entries"].([]any)
		for _, entry := range ids {
			for _, e := range f.Register {
				if e.ID == entry {
					names = append(names, e.Name)
				}
			}
		}
		if names != nil {
			values[id] = strings.Join(names, ", ")
		}
	}
	return values
}

// addAnnotator adds an annotator in the dialog, by mouse, and works as them.
func addAnnotator(t *testing.T, p *chromium.Page, name string) {
	t.Helper()
	openAnnotators(p)
	p.Find("textbox", "Name of a new annotator").Click()
	p.Type(name)
	p.Click("button", "Add annotator")
	p.Click("button", "Work as "+name)
	closeAnnotators(t, p)
	expectWorkingAs(t, p, name)
}

func openAnnotators(p *chromium.Page) {
	p.Do(`document.querySelector(".fact.who").click()`)
	p.Find("dialog", "Annotators")
}

func closeAnnotators(t *testing.T, p *chromium.Page) {
	t.Helper()
	p.Find("dialog", "Annotators").Find("button", "Close").Click()
	p.Gone("dialog", "Annotators")
}

// expectWorkingAs waits until the control above the text names an annotator.
func expectWorkingAs(t *testing.T, p *chromium.Page, name string) {
	t.Helper()
	expect(t, "who one works as", "Annotator: "+name, func() string {
		return chromium.Eval[string](p, `document.querySelector(".fact.who")?.ariaLabel ?? ""`)
	})
}

// workAs works as another annotator, by mouse.
func workAs(t *testing.T, p *chromium.Page, name string) {
	t.Helper()
	openAnnotators(p)
	p.Click("button", "Work as "+name)
	closeAnnotators(t, p)
	expectWorkingAs(t, p, name)
}

// theirs are the names of the entries in the list of another's spans.
func theirs(p *chromium.Page, name string) []string {
	return chromium.Eval[[]string](p, fmt.Sprintf(buttonNames, "[role=list][aria-label='Spans of "+name+"']"))
}

func expectTheirs(t *testing.T, p *chromium.Page, name string, want ...string) {
	t.Helper()
	expect(t, "the list of "+name+"’s spans", append([]string{}, want...), func() []string { return theirs(p, name) })
}

// drawnTheirs are the runs of the text that have lines of another annotator's.
func drawnTheirs(p *chromium.Page) []string {
	return chromium.Eval[[]string](p, `[...document.querySelectorAll("#article-text mark.theirs")].map((m) => m.textContent + " <" + m.title + ">")`)
}

func twoAnnotatorsMarkTheSameArticleAndCompare(t *testing.T, p *chromium.Page) {
	mark(t, p, "Saudi Arabia", "1")
	mark(t, p, "Tunisia", "1")
	mark(t, p, "an ambassador", "4")
	addAnnotator(t, p, "Ann")
	expectListed(t, p)
	same(t, "what is drawn of the other", []string{}, drawnTheirs(p))
	mark(t, p, "Tunisia", "1")
	mark(t, p, "an ambassador", "2")
	expectListed(t, p, "Actor Tunisia", "Demand an ambassador")

	openAnnotators(p)
	p.Click("button", "Compare with Annotator 1")
	closeAnnotators(t, p)
	expectTheirs(t, p, "Annotator 1", "Actor not yours Saudi Arabia", "Actor yours too Tunisia", "Source bias yours: Demand an ambassador")
	same(t, "what is drawn of the other", []string{
		"Saudi Arabia <Annotator 1: Actor>",
		"Tunisia <Actor · Annotator 1: Actor>",
		"an ambassador <Demand · Annotator 1: Source bias>",
	}, drawnTheirs(p))

	p.ClickText("Saudi Arabia", 1)
	their := p.Find("region", "Span of another annotator")
	if text := their.Text(); !strings.Contains(text, "Saudi Arabia") || !strings.Contains(text, "not yours") {
		t.Errorf("the details of the other’s span are %q", text)
	}
	p.Press("Delete", "2")
	p.ClickText("an ambassador", 1)
	expectShown(t, p, "an ambassador")
	p.Gone("region", "Span of another annotator")
	if text := p.Find("region", "Span").Text(); !strings.Contains(text, "Annotator 1 has this as Source bias.") {
		t.Errorf("the details of one’s own span do not say what the other has: %q", text)
	}
	same(t, "the export", map[string]string{
		"Annotator 1": "open; actor: Saudi Arabia (person); actor: Tunisia (person); source-bias: an ambassador (person)",
		"Ann":         "open; actor: Tunisia (person); demand: an ambassador (person)",
	}, saidByEach(t, p))

	p.Click("button", "Compare no longer")
	expect(t, "what is drawn of the other", []string{}, func() []string { return drawnTheirs(p) })
	workAs(t, p, "Annotator 1")
	expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia", "Source bias an ambassador")
}

func annotatorsAreManagedFromTheKeyboardAlone(t *testing.T, p *chromium.Page) {
	mark(t, p, "Tunisia", "1")
	p.Find("button", "Annotator: Annotator 1").Focus()
	p.Press("Enter")
	p.Find("textbox", "Name of a new annotator").Focus()
	p.Type("Bo")
	p.Press("Enter")
	p.Find("button", "Rename Bo").Focus()
	p.Press("Enter")
	expect(t, "the field that has the keyboard", "Name of this annotator", func() string {
		return chromium.Eval[string](p, `document.activeElement.ariaLabel ?? ""`)
	})
	p.Press("Control+a")
	p.Type("Annotator 1")
	p.Press("Enter")
	expect(t, "what is wrong", "There is an annotator of that name already.", func() string {
		return chromium.Eval[string](p, `document.querySelector("#annotators [role=alert]").textContent`)
	})
	p.Press("Control+a")
	p.Type("Bea")
	p.Press("Enter")
	p.Find("button", "Work as Bea").Focus()
	p.Press("Enter", "Escape")
	p.Gone("dialog", "Annotators")
	expectWorkingAs(t, p, "Bea")
	expectListed(t, p)

	p.Press("c")
	expectTheirs(t, p, "Annotator 1", "Actor not yours Tunisia")
	p.Find("button", "Actor not yours Tunisia").Focus()
	p.Press("Enter")
	p.Find("button", "Mark it too").Focus()
	p.Press("Enter")
	expectListed(t, p, "Actor Tunisia")
	expectShown(t, p, "Tunisia")
	p.Press("c")
	p.Gone("list", "Spans of Annotator 1")
	p.Reload()
	expectWorkingAs(t, p, "Bea")
	expectListed(t, p, "Actor Tunisia")
}

func anAnnotatorStartsFromACopyOfAnothers(t *testing.T, p *chromium.Page) {
	mark(t, p, "Saudi Arabia", "1")
	mark(t, p, "Tunisia", "2")
	addAnnotator(t, p, "Ann")
	p.Click("button", "Start from a copy of Annotator 1’s 2 spans")
	expectListed(t, p, "Actor Saudi Arabia", "Demand Tunisia")
	p.Gone("button", "Start from a copy of Annotator 1’s 2 spans")
	p.ClickText("Tunisia", 1)
	expectShown(t, p, "Tunisia")
	p.Press("Delete")
	expectListed(t, p, "Actor Saudi Arabia")
	same(t, "the export", map[string]string{
		"Annotator 1": "open; actor: Saudi Arabia (person); demand: Tunisia (person)",
		"Ann":         "open; actor: Saudi Arabia (import)",
	}, saidByEach(t, p))
	p.Press("Control+z", "Control+z")
	expectListed(t, p)
}

func anArticleIsCalledDoneAndTheListShowsProgress(t *testing.T, p *chromium.Page) {
	heading := func() string {
		return chromium.Eval[string](p, `document.querySelector("[aria-label=Articles] h2").innerText.trim().split(/\s+/).join(" ")`)
	}
	same(t, "the heading at first", "Articles", heading())
	p.Click("button", "Done")
	expect(t, "the heading", "Articles 1 of 5 done", heading)
	if first := articles(p)[0]; !strings.Contains(first, "✓ done") {
		t.Errorf("the list of articles has %q", first)
	}
	mark(t, p, "Tunisia", "1")
	expect(t, "the hint", true, func() bool {
		return strings.Contains(chromium.Eval[string](p, `document.querySelector(".marking > .hint")?.textContent ?? ""`), "You have called this article done.")
	})
	same(t, "the export", map[string]string{"Annotator 1": "done; actor: Tunisia (person)"}, saidByEach(t, p))
	addAnnotator(t, p, "Ann")
	expect(t, "the heading for somebody else", "Articles", heading)
	p.Press("f")
	expect(t, "the heading", "Articles 1 of 5 done", heading)
	p.Press("f")
	expect(t, "the heading", "Articles", heading)
}

func anArticleIsTaggedAndItsTagsSayMore(t *testing.T, p *chromium.Page) {
	p.Click("button", "Tags")
	p.Click("button", "Stance")
	tag := p.Find("group", "Stance")
	tag.Find("combobox", "Towards").Click()
	p.Type("Damascus")
	p.Press("Enter") // an entry of that name is new
	tag.Find("button", "Take out Damascus")
	tag.Find("button", "Mixed").Click()
	p.Press("Escape") // folds them
	p.Gone("group", "Stance")

	p.Press("t")
	p.WaitFor(`document.activeElement.textContent === "Genre"`)
	p.Press("Enter")
	expect(t, "what the strip says", "Genre · Stance: Damascus, Mixed · 1 to do", func() string {
		return chromium.Eval[string](p, `document.querySelector("[data-part=tags] .said").textContent`)
	})
	p.Find("group", "Genre").Find("button", "Analysis").Focus()
	p.Press("Enter")
	p.Click("button", "Add a note")
	p.WaitFor(`document.activeElement.matches("textarea")`)
	p.Type("Read twice.")
	p.Press("Escape")
	strip := func() []string {
		return chromium.Eval[[]string](p, `[...document.querySelectorAll(".strip .said")].map((s) => s.textContent)`)
	}
	want := []string{"Genre: Analysis · Stance: Damascus, Mixed", "Read twice."}
	expect(t, "what the strip says", want, strip)
	same(t, "the export", map[string]string{
		"Annotator 1": "open; note: Read twice.; genre map[kind:analysis]; stance map[position:mixed towards:Damascus]",
	}, saidByEach(t, p))
	waitSaved(p)
	p.Reload()
	expect(t, "what the strip says", want, strip)
}

func anAnnotatorIsDeletedWithAllTheySaidAndComesBack(t *testing.T, p *chromium.Page) {
	addAnnotator(t, p, "Ann")
	mark(t, p, "Tunisia", "1")
	openAnnotators(p)
	p.Click("button", "Delete Ann")
	p.Find("dialog", "Annotators").Find("button", "Cancel").Click()
	p.Click("button", "Delete Ann")
	if text := p.Find("dialog", "Annotators").Text(); !strings.Contains(text, "Delete Ann with 1 span in 1 article?") {
		t.Errorf("the dialog does not say what goes with Ann: %q", text)
	}
	p.Click("button", "Delete all of it")
	p.Gone("button", "Work as Ann")
	closeAnnotators(t, p)
	expectWorkingAs(t, p, "Annotator 1")
	same(t, "the export", map[string]string{}, saidByEach(t, p))
	p.Press("Control+z")
	expectWorkingAs(t, p, "Ann")
	expectListed(t, p, "Actor Tunisia")
}

func TestTwoTabsWorkAsTwoAnnotators(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Tunisia", "1")
	addAnnotator(t, p, "Ann")
	waitSaved(p)
	second := p.Another()
	expectWorkingAs(t, second, "Ann")
	workAs(t, second, "Annotator 1")
	expectListed(t, second, "Actor Tunisia")
	expectWorkingAs(t, p, "Ann")
	second.Press("c")
	expectTheirs(t, second, "Ann")
	mark(t, p, "Saudi Arabia", "2")
	expectTheirs(t, second, "Ann", "Demand not yours Saudi Arabia")
	mark(t, second, "Saudi Arabia", "2")
	expectTheirs(t, second, "Ann", "Demand yours too Saudi Arabia")
	expectListed(t, p, "Demand Saudi Arabia")
}
