package spans

import (
	"fmt"
	"time"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// mendSpans is what a notice of flaws offers.
const mendSpans = "Mend"

// checkLater is how long after an opening or an import the spans are looked
// through: the page has better to do first.
const checkLater = 2 * time.Second

// CheckSpans looks through all spans, beside the page, for what is allowed and
// seldom meant, and offers to mend it.
func (room *Room) CheckSpans(s *session.Session) {
	room.desk.Context.Async(func() {
		time.Sleep(checkLater)
		project := s.Project()
		flaws, err := annotations.Flaws(project, func(float64) error {
			browser.Pause()
			return room.desk.Context.Err()
		})
		if err == nil && len(flaws) > 0 {
			room.desk.Dispatch(func() { room.desk.Notices.PutBelow(room.flawed(project, flaws)) })
		}
	})
}

// CheckSpan is that for the one span that a person has just made or changed.
func (room *Room) CheckSpan(e annotations.Edit) {
	at, one := theOnlyTarget(e)
	if !one {
		return
	}
	if flaw, found := flawAt(room.desk.Session.Project(), at); found {
		n := room.flawed(room.desk.Session.Project(), []annotations.Flaw{flaw})
		n.Kind = desk.Done
		room.desk.Notices.Put(n)
	}
}

// theOnlyTarget is what an edit touches, if that is one thing.
func theOnlyTarget(e annotations.Edit) (only annotations.Target, one bool) {
	for at := range annotations.Touched(e) {
		if one {
			return annotations.Target{}, false
		}
		only, one = at, true
	}
	return only, one
}

// flawed tells of flaws and offers to mend them.
func (room *Room) flawed(project *annotations.Project, flaws []annotations.Flaw) desk.Notice {
	n := desk.Notice{Kind: desk.Warning, Offer: mendSpans}
	doc, _ := project.Document(flaws[0].Document)
	span, _ := project.Set(flaws[0].Document, flaws[0].Annotator).Span(flaws[0].Span)
	example := fmt.Sprintf("“%s” in “%s” %s", annotations.Shorten(span.Text(doc)), doc.Title, flawText(flaws[0].Kind))
	n.Sentences = []string{example}
	if len(flaws) > 1 {
		n.Sentences = []string{fmt.Sprintf("%s cover less or more than whole words and characters: %s, for one", kit.Count(len(flaws), "span"), example)}
	}
	var spans []annotations.Target
	for _, f := range flaws {
		spans = append(spans, annotations.Target{Document: f.Document, Annotator: f.Annotator, Span: f.Span})
	}
	n.Take = func() { room.mend(spans) }
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
func (room *Room) mend(spans []annotations.Target) {
	project, now := room.desk.Session.Project(), kit.Now()
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
