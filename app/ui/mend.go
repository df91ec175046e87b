package ui

import (
	"errors"
	"fmt"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

const ()

// onOffer does what a notice offers.
func (room *spansRoom) onOffer(ctx app.Context, e app.Event) {
	index := kit.IndexOf(ctx, "notice")
	if index < 0 || index >= len(room.desk.Notices.List) || !room.desk.MayEdit() {
		return
	}
	n := room.desk.Notices.List[index]
	room.desk.Notices.Remove(index)
	room.desk.FocusText()
	switch n.Offer {
	case desk.RepairImport:
		file := n.File
		ctx.Async(func() { room.page.bringing.importFiles([]browser.File{file}, true) })
	case desk.MendSpans:
		room.mend(n.Flawed)
	case desk.RestoreProject:
		room.page.projects.restoreProject(n.Project)
	case desk.GoToProject:
		room.page.projects.switchTo(n.Project)
	case desk.BeSomebodyElse:
		room.page.projects.becomeSomebodyElse(ctx)
	}
}

// broken tells of a file that does not fit itself, and offers what a repair does.
func broken(file browser.File, why *format.BrokenError) desk.Notice {
	n := desk.Notice{Kind: desk.Failure, Offer: desk.RepairImport, File: file, Sentences: []string{
		file.Name + " was not imported, since not all in it fits together. Nothing here was changed."}}
	for _, problem := range why.Problems {
		n.Sentences = append(n.Sentences, problem.String())
	}
	return n
}

// checkLater is how long after an opening or an import the spans are looked
// through: the page has better to do first.
const checkLater = 2 * time.Second

// checkSpans looks through all spans, beside the page, for what is allowed and
// seldom meant, and offers to mend it.
func (room *spansRoom) checkSpans(s *session.Session) {
	room.desk.Context.Async(func() {
		time.Sleep(checkLater)
		project := s.Project()
		flaws, err := annotations.Flaws(project, func(float64) error {
			browser.Pause()
			return room.desk.Context.Err()
		})
		if err == nil && len(flaws) > 0 {
			room.desk.Dispatch(func() { room.desk.Notices.PutBelow(flawed(project, flaws)) })
		}
	})
}

// checkSpan is that for a span that a person has just made or changed.
func (room *spansRoom) checkSpan(e annotations.Edit) {
	var target annotations.Target
	switch e := e.(type) {
	case annotations.AddSpan:
		target = annotations.Target{Document: e.Document, Annotator: e.Annotator, Span: e.Span.ID}
	case annotations.ChangeSpan:
		target = annotations.Target{Document: e.Document, Annotator: e.Annotator, Span: e.Span.ID}
	default:
		return
	}
	if flaw, found := flawAt(room.desk.Session.Project(), target); found {
		n := flawed(room.desk.Session.Project(), []annotations.Flaw{flaw})
		n.Kind = desk.Done
		room.desk.Notices.Put(n)
	}
}

// flawed tells of flaws and offers to mend them.
func flawed(project *annotations.Project, flaws []annotations.Flaw) desk.Notice {
	n := desk.Notice{Kind: desk.Warning, Offer: desk.MendSpans}
	doc, _ := project.Document(flaws[0].Document)
	span, _ := project.Set(flaws[0].Document, flaws[0].Annotator).Span(flaws[0].Span)
	example := fmt.Sprintf("“%s” in “%s” %s", annotations.Shorten(span.Text(doc)), doc.Title, flawText(flaws[0].Kind))
	n.Sentences = []string{example}
	if len(flaws) > 1 {
		n.Sentences = []string{fmt.Sprintf("%s cover less or more than whole words and characters: %s, for one", kit.Count(len(flaws), "span"), example)}
	}
	for _, f := range flaws {
		n.Flawed = append(n.Flawed, annotations.Target{Document: f.Document, Annotator: f.Annotator, Span: f.Span})
	}
	return n
}

// flawText says what a span does that is seldom meant.
func flawText(kind annotations.FlawKind) string {
	switch kind {
	case annotations.WhiteSpace:
		return "begins or ends with white space"
	case annotations.HalfCharacter:
		return "begins or ends inside a character"
	}
	return "begins or ends with white space, or inside a character"
}

// flawAt looks for a flaw of one span.
func flawAt(project *annotations.Project, at annotations.Target) (annotations.Flaw, bool) {
	doc, there := project.Document(at.Document)
	if !there {
		return annotations.Flaw{}, false
	}
	span, there := project.Set(at.Document, at.Annotator).Span(at.Span)
	if !there {
		return annotations.Flaw{}, false
	}
	return annotations.FlawOf(doc, at.Annotator, span)
}

// mend mends spans, those of them that are still flawed, in one edit.
func (room *spansRoom) mend(spans []annotations.Target) {
	project, now := room.desk.Session.Project(), time.Now().UTC().Truncate(time.Millisecond)
	var edits []annotations.Edit
	for _, at := range spans {
		if flaw, found := flawAt(project, at); found {
			edits = append(edits, mending(flaw, now))
		}
	}
	if len(edits) > 0 && room.desk.Do(annotations.Batch{Edits: edits}) {
		room.desk.Notices.Put(desk.Notice{Kind: desk.Done, Undo: room.desk.Session.Revision(), Sentences: []string{"Mended " + kit.Count(len(edits), "span") + "."}})
	}
}

// mending is the edit that mends a flaw. A span of nothing but white space has
// nothing left to cover, and goes.
func mending(flaw annotations.Flaw, now time.Time) annotations.Edit {
	if len(flaw.Mended.Ranges) == 0 {
		return annotations.RemoveSpan{Document: flaw.Document, Annotator: flaw.Annotator, ID: flaw.Span}
	}
	flaw.Mended.Modified = now
	return annotations.ChangeSpan{Document: flaw.Document, Annotator: flaw.Annotator, Span: flaw.Mended}
}

// refusal tells why a file was not imported.
func refusal(file browser.File, err error) desk.Notice {
	var why *format.BrokenError
	if errors.As(err, &why) {
		return broken(file, why)
	}
	return desk.Notice{Kind: desk.Failure, Sentences: []string{file.Name + " was not imported: " + err.Error(), "Nothing here was changed."}}
}
