package e2e

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// largeTitle is the article of 3 MB with 100,000 spans.
const largeTitle = "A large article"

// largeFile is a file of the work given and of that article.
func largeFile(t *testing.T, work exported) []byte {
	t.Helper()
	const sentence, spans = "Shoigu met é in Damascus, 😀. ", 100_000
	text := strings.Repeat(strings.Repeat(sentence, 20)+"\n", spans/20)
	set := exportedSet{Document: "large", Annotator: work.me(), State: "open"}
	at, sum := 0, sha256.Sum256([]byte(text))
	for i := range spans {
		span := exportedSpan{
			ID: fmt.Sprintf("%x", i*2_654_435_761%(1<<32)), Label: work.Scheme.Labels[i%3].ID, Text: "Shoigu", Origin: "person",
			Created: "2026-01-31T12:30:00.000Z", Modified: "2026-01-31T12:30:00.000Z",
		}
		span.Ranges = append(span.Ranges, exportedRange{at, at + len("Shoigu")})
		set.Spans = append(set.Spans, span)
		at += len([]rune(sentence))
		if i%20 == 19 {
			at++
		}
	}
	work.Documents = append(slices.Clone(work.Documents), exportedDocument{
		ID: "large", Title: largeTitle, Language: "en", Text: text, SHA256: hex.EncodeToString(sum[:]),
	})
	work.Sets = append(slices.Clone(work.Sets), set)
	data, err := json.Marshal(work)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// watchPage notes from now on for how long the page does not answer at most, in
// milliseconds, and what the progress of long work was.
func watchPage(p *chromium.Page) {
	p.Do(`clearInterval(window.watching); window.gap = 0; window.begun = window.last = performance.now(); window.progress = [];
		window.watching = setInterval(() => {
			const now = performance.now();
			window.gap = Math.max(window.gap, now - window.last);
			window.last = now;
			const value = document.querySelector("dialog[open] progress")?.value;
			if (value !== undefined && value !== window.progress.at(-1)) window.progress.push(value);
		}, 4)`)
}

// slower is how many times slower the page is made while it is watched. There is
// something to tell of what a quick machine does at once, and what else the machine
// has to do counts for little.
const slower = 8

// checkAnswering fails where the page, were it not made slower, would not have
// answered for longer than a person notices, or on a machine with more to do, than
// a small part of the time.
func checkAnswering(t *testing.T, p *chromium.Page, what string) {
	t.Helper()
	gap := chromium.Eval[float64](p, `window.gap`)
	all := chromium.Eval[float64](p, `performance.now() - window.begun`)
	t.Logf("%s: %.0f ms, the page not answering for %.0f ms at most", what, all, gap)
	if gap > max(200*slower, all/6) {
		t.Errorf("%s: the page did not answer for %.0f ms of %.0f", what, gap, all)
	}
}

func TestThePageGoesOnAnsweringWhileALargeFileComesAndGoes(t *testing.T) {
	p := open(t)
	mark(t, p, "Saudi Arabia", "1") // who is at work on an article stays there
	before := export(p)
	work := parseExport(t, before)
	file := largeFile(t, work)
	path := write(t, "large.json", file)

	p.Slow(slower)
	importFile(p, path)
	p.Find("dialog", "Importing large.json").Find("progressbar", "Progress")
	p.Press("Escape")
	expectNotice(t, p, "The import of large.json was cancelled.", "Nothing here was changed.")
	p.Gone("dialog", "Importing large.json")
	same(t, "the work after an import that was cancelled", string(before), string(export(p)))

	watchPage(p)
	importFile(p, path)
	dialog := chooseMerge(p, "Import large.json")
	p.Do(`window.progress = []`) // of the reading
	dialog.Find("button", "Merge").Click()
	expectNotice(t, p, "Imported large.json", "Article “"+largeTitle+"” added, with 100000 spans")
	checkAnswering(t, p, "import")
	waitSaved(p)
	progress := chromium.Eval[[]float64](p, `window.progress`)
	if len(progress) < 3 || !slices.IsSorted(progress) {
		t.Errorf("the progress was %v", progress)
	}

	watchPage(p)
	data := export(p)
	checkAnswering(t, p, "export")
	p.Slow(1)
	var want exported
	if err := json.Unmarshal(file, &want); err != nil {
		t.Fatal(err)
	}
	same(t, "what was imported and exported", want, parseExport(t, data))

	p.Click("button", "Take it back")
	expect(t, "the articles", len(work.Documents), func() int { return len(articles(p)) })
	same(t, "the work after the import was taken back", string(before), string(export(p)))
}

func TestAnImportOpensTheArticleThatItBringsUnlessThereIsWorkOnTheOpenOne(t *testing.T) {
	t.Parallel()
	other := open(t)
	bringText(t, other, "Brought", "A text of its own.\n")
	file := write(t, "brought.json", export(other))
	first := bundled(t)[0].Text()

	p := open(t)
	beginWork(t, p)
	mergeFile(p, file)
	expect(t, "the open text", "A text of its own.\n", p.ArticleText)
	p.Click("button", "Take it back")
	expect(t, "the open text when it is gone", first, p.ArticleText)
	mark(t, p, "Saudi Arabia", "1")
	mergeFile(p, file)
	expectNotice(t, p, "Article “Brought” added")
	same(t, "the open text with work on it", first, p.ArticleText())
}
