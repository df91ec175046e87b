package e2e

import (
	"strings"
	"testing"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/e2e/chromium"
	"spanwise/corpus"
)

// TestTextsThatChanged imports a file whose text of a bundled article is another
// version of it.
func TestTextsThatChanged(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		spansAreLookedAtAndPlacedOnTheTextThatIsHere,
		aTextThatChangedBecomesAnArticleOfItsOwnByKeys,
		anImportIsCalledOffWhereItAsks,
		aTextIsReplacedUnderItsSpans,
	)
}

// olderVersion is the first bundled article as it stood before: a sentence more,
// a name written otherwise, dashes for quotation marks, paragraphs in another
// order.
func olderVersion(t *testing.T) *corpus.Document {
	t.Helper()
	doc := bundled(t)[0]
	paragraphs := strings.Split(doc.Text(), "\n\n")
	paragraphs[0], paragraphs[1] = paragraphs[1], paragraphs[0]
	text := strings.NewReplacer("Hulusi Akar of Turkey", "Khulusi Akkar of Turkey", "“", "\"", "”", "\"").Replace(strings.Join(paragraphs, "\n\n"))
	text = strings.TrimSuffix(text, "\n") + "\n\nNobody had foreseen how quickly all of it would go.\n"
	older, err := corpus.NewDocument(doc.ID, doc.Details, text)
	if err != nil {
		t.Fatal(err)
	}
	return older
}

// olderFile is a project of that version, by the one who works on the page, with a
// span of every kind: one that moves, one that is doubtful, one that gets lost, and
// one at the same place.
func olderFile(t *testing.T, p *chromium.Page) string {
	t.Helper()
	doc := olderVersion(t)
	project, err := annotations.NewProject(annotations.DefaultScheme(), doc)
	if err != nil {
		t.Fatal(err)
	}
	var edits []annotations.Edit
	for _, phrase := range []string{"Saudi Arabia", "Khulusi Akkar", "Nobody had foreseen", "Civil war"} {
		start := strings.Index(doc.Text(), phrase)
		edits = append(edits, annotations.AddSpan{Document: doc.ID, Annotator: annotations.DefaultAnnotator, Span: annotations.Span{
			ID: "span-" + phrase[:5], Label: "actor", Origin: annotations.FromPerson,
			Ranges: []annotations.Range{{Start: start, End: start + len(phrase)}},
		}})
	}
	if project, _, err = (annotations.Batch{Edits: edits}).Apply(project); err != nil {
		t.Fatal(err)
	}
	data, err := spanwise.Write(project, nil)
	if err != nil {
		t.Fatal(err)
	}
	return write(t, "older.json", byPage(t, p, data))
}

// asked waits for the question and gives its words.
func asked(p *chromium.Page) string {
	return p.Find("dialog", "Texts that changed").Text()
}

// textsOf are the texts of the spans of an exported document.
func textsOf(f exported, title string) []string {
	var texts []string
	for _, s := range f.spans(title) {
		texts = append(texts, s.Text)
	}
	return texts
}

func spansAreLookedAtAndPlacedOnTheTextThatIsHere(t *testing.T, p *chromium.Page) {
	beginWork(t, p)
	before, here := export(p), bundled(t)[0]
	openArticle(t, p, bundled(t)[1].Title)
	mergeFile(p, olderFile(t, p))
	words := asked(p)
	for _, want := range []string{"is not the same here", here.Title, "Place its 4 spans", "Doubtful: 1", "Lost: 1", "Moved: 2", "Khulusi Akkar", "Hulusi Akar", "Nobody had foreseen"} {
		if !strings.Contains(words, want) {
			t.Errorf("the dialog does not say %q:\n%s", want, words)
		}
	}
	list := string(p.Download(func() { p.Click("button", "Download this list") }).Data)
	for _, want := range []string{"Lost: 1", "[Nobody had foreseen] how quickly", "Here: ", "[Hulusi Akar]"} {
		if !strings.Contains(list, want) {
			t.Errorf("the list does not say %q:\n%s", want, list)
		}
	}
	p.Click("checkbox", "Actor “Khulusi Akkar”")
	p.Find("checkbox", "Keep the file’s text as an article of its own, with the 1 span not placed")
	p.Click("button", "Import")
	expectListed(t, p, "Actor Saudi Arabia", "Actor Hulusi Akar", "Actor Civil war")
	expectNotice(t, p, "3 spans placed on the text of", "1 span kept on the text of the file")
	f := readExport(t, p)
	same(t, "the spans here", []string{"Saudi Arabia", "Hulusi Akar", "Civil war"}, textsOf(f, here.Title))
	same(t, "those on the text of the file", []string{"Nobody had foreseen"}, textsOf(f, here.Title+" (before)"))
	p.Click("button", "Take it back")
	expectListed(t, p)
	same(t, "the work after it is taken back", string(before), string(export(p)))
}

func aTextThatChangedBecomesAnArticleOfItsOwnByKeys(t *testing.T, p *chromium.Page) {
	beginWork(t, p)
	importFile(p, olderFile(t, p))
	dialog := p.Find("dialog", "Import older.json")
	p.Press("ArrowDown")
	dialog.Find("button", "Merge")
	p.Press("Enter")
	asked(p)
	p.Press("ArrowDown")
	expect(t, "lists of spans", false, func() bool { return p.Has("list", "Lost: 1") })
	p.Press("Tab", "Enter")
	p.Gone("dialog", "Texts that changed")
	expect(t, "the number of articles", len(bundled(t))+1, func() int { return len(articles(p)) })
	waitSaved(p)
	own := readExport(t, p).Documents[len(bundled(t))]
	same(t, "its text", olderVersion(t).Text(), own.Text)
}

func anImportIsCalledOffWhereItAsks(t *testing.T, p *chromium.Page) {
	beginWork(t, p)
	before := export(p)
	mergeFile(p, olderFile(t, p))
	asked(p)
	p.Press("Escape")
	expectNotice(t, p, "The import of older.json was cancelled.", "Nothing here was changed.")
	same(t, "the work", string(before), string(export(p)))
}

func aTextIsReplacedUnderItsSpans(t *testing.T, p *chromium.Page) {
	old := "The ministers met in Moscow on Tuesday.\n\nMr Shoigu received them one by one, and spoke of peace.\n\nNobody expected anything of it.\n"
	bringText(t, p, "News", old)
	mark(t, p, "Tuesday", "3")
	mark(t, p, "Shoigu", "1")
	mark(t, p, "anything", "1")
	p.Click("button", "Replace the text")
	fieldIn := func() *chromium.Element { return p.Find("dialog", "Replace the text").Find("textbox", "Text") }
	field := fieldIn()
	same(t, "the text to be changed", old, field.Value())
	p.Click("button", "Compare")
	p.Find("alert", "")
	typed := "Four ministers met in Moscow on Tuesday.\n\nMr Shoygu received them one by one, and spoke of peace.\n"
	field.Fill(typed)
	p.Press("Escape")
	p.Gone("dialog", "Replace the text")
	p.Click("button", "Replace the text")
	field = fieldIn()
	same(t, "what was typed", typed, field.Value())
	p.Click("button", "Begin again with the text as it is")
	same(t, "the text as it is", old, field.Value())
	field.Fill(typed)
	p.Click("button", "Compare")
	asked(p)
	p.Press("Escape")
	p.Click("button", "Replace the text")
	same(t, "what was compared", typed, fieldIn().Value())
	p.Click("button", "Compare")
	words := asked(p)
	for _, want := range []string{"becomes another", "Doubtful: 1", "Lost: 1", "Moved: 1"} {
		if !strings.Contains(words, want) {
			t.Errorf("the dialog does not say %q:\n%s", want, words)
		}
	}
	p.Click("checkbox", "Actor “Shoigu”")
	p.Click("button", "Replace")
	expectListed(t, p, "Date Tuesday", "Actor Shoygu")
	f := readExport(t, p)
	same(t, "the spans on the new text", []string{"Tuesday", "Shoygu"}, textsOf(f, "News"))
	same(t, "those on the old one", []string{"anything"}, textsOf(f, "News (before)"))
	p.Press("Control+z")
	expect(t, "the text after it is undone", old, p.ArticleText)
	expectListed(t, p, "Date Tuesday", "Actor Shoigu", "Actor anything")
}
