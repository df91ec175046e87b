package session

import (
	"fmt"
	"slices"
	"strings"

	"spanwise/annotations"
)

// ownEdit is an edit that was made here, with its place in the journal.
type ownEdit struct {
	position int
	edit     annotations.Edit
}

// ownKept is how many own edits are remembered. Another tab that did not know of
// an edit hears of it within a second, so it is one of the latest.
const ownKept = 200

func (p *place) noteOwn(e annotations.Edit, position int) {
	if len(p.own) >= 2*ownKept {
		p.own = append([]ownEdit(nil), p.own[ownKept:]...)
	}
	p.own = append(p.own, ownEdit{position, e})
}

// tells says what a record's coming means to the reader: that of an edit of
// theirs something could not be done any more, or that another tab, which did
// not know of it yet, has done away with it. The later edit wins; undo brings
// the other back.
func (p *place) tells(a arrived, came outcome) []string {
	switch {
	case a.err != nil:
		return []string{fmt.Sprintf("something that another tab has made was left out, and is kept: %v", a.err)}
	case a.ours != nil:
		return a.ours.tells(came.applied)
	}
	unknown := p.unknownTo(a)
	if len(unknown) == 0 {
		return nil
	}
	return sumUp(came.lost(unknown))
}

// unknownTo gives what the reader's edits touched of which a record's maker did
// not know.
func (p *place) unknownTo(a arrived) map[annotations.Target]bool {
	touched := map[annotations.Target]bool{}
	for _, own := range p.own {
		if own.position <= a.record.seen || own.position >= a.position {
			continue
		}
		for t := range annotations.Touched(own.edit) {
			touched[t] = true
		}
	}
	return touched
}

// lost says what became of what the reader had touched.
func (o outcome) lost(touched map[annotations.Target]bool) (told []string) {
	for t := range annotations.Touched(o.edit) {
		switch {
		case t.Document != "" && t.Annotator == "":
			told = append(told, o.lostDocument(t.Document, touched)...)
		case touched[t]:
			told = append(told, o.lostPart(t)...)
		}
	}
	return told
}

// lostDocument is about a document that is gone with spans of the reader's.
func (o outcome) lostDocument(id string, touched map[annotations.Target]bool) []string {
	doc, _ := o.before.project.Document(id)
	if _, still := o.after.project.Document(id); still || doc == nil {
		return nil
	}
	for t := range touched {
		if t.Document == id {
			return []string{fmt.Sprintf("“%s”, in which you have just worked, was removed in another tab", doc.Title)}
		}
	}
	return nil
}

// lostPart is about what an annotator said, an entry, a relation or the scheme.
func (o outcome) lostPart(t annotations.Target) []string {
	switch {
	case t.Span != "":
		return o.lostSpan(t)
	case t.Annotator != "":
		return o.lostAbout(t)
	case t.Entry != "":
		return o.lostEntry(t.Entry)
	case t.Scheme:
		return o.lostScheme()
	}
	return o.lostRelation(t.Relation)
}

// lostAbout is about the state, the note and the tags of a set.
func (o outcome) lostAbout(t annotations.Target) []string {
	doc, found := o.after.project.Document(t.Document)
	was, is := o.before.project.Set(t.Document, t.Annotator), o.after.project.Set(t.Document, t.Annotator)
	if !found || was == nil || was.About().Equal(is.About()) {
		return nil
	}
	return []string{fmt.Sprintf("the state, note or tags of “%s”, which you have just changed, were changed in another tab after you", doc.Title)}
}

// lostEntry is about an entry of the register.
func (o outcome) lostEntry(id string) []string {
	was, had := o.before.project.Entry(id)
	is, has := o.after.project.Entry(id)
	switch {
	case had && !has:
		return []string{fmt.Sprintf("the entry “%s”, which you have just changed, was deleted in another tab", was.Name)}
	case had && has && !was.Equal(is):
		return []string{fmt.Sprintf("the entry “%s”, which you have just changed, was changed in another tab after you", was.Name)}
	}
	return nil
}

// lostScheme is about the scheme, which has one state only: the later one.
func (o outcome) lostScheme() []string {
	if o.before.project.Scheme().Equal(o.after.project.Scheme()) {
		return nil
	}
	return []string{"the scheme, which you have just changed, was changed in another tab after you"}
}

// lostRelation is about a relation.
func (o outcome) lostRelation(id string) []string {
	was, had := o.before.project.Relation(id)
	is, has := o.after.project.Relation(id)
	switch {
	case had && !has:
		return []string{"a relation that you have just changed was deleted in another tab"}
	case had && has && !was.Equal(is):
		return []string{"a relation that you have just changed was changed in another tab after you"}
	}
	return nil
}

// lostSpan is about one span.
func (o outcome) lostSpan(t annotations.Target) []string {
	doc, found := o.before.project.Document(t.Document)
	if !found {
		return nil
	}
	was, had := o.before.project.Set(t.Document, t.Annotator).Span(t.Span)
	var is *annotations.Span
	has := false
	if set := o.after.project.Set(t.Document, t.Annotator); set != nil {
		is, has = set.Span(t.Span)
	}
	place := ""
	if had {
		place = fmt.Sprintf("“%s” in “%s”", annotations.Shorten(was.Text(doc)), doc.Title)
	}
	switch {
	case had && !has:
		return []string{place + ", which you have just changed, was deleted in another tab"}
	case !had && has:
		return []string{fmt.Sprintf("“%s” in “%s”, which you have just deleted, was changed in another tab, so it is there again", annotations.Shorten(is.Text(doc)), doc.Title)}
	case had && has && !was.Equal(is):
		return []string{fmt.Sprintf("%s, which you have just changed, was changed in another tab after you: %s", place, o.differences(was, is))}
	}
	return nil
}

// differences says what another tab's version of a span has in place of what.
func (o outcome) differences(was, is *annotations.Span) string {
	var all []string
	if was.Label != is.Label {
		all = append(all, fmt.Sprintf("its label is %s now, no longer %s", o.label(is.Label), o.label(was.Label)))
	}
	if was.Note != is.Note {
		all = append(all, fmt.Sprintf("its note is “%s” now, no longer “%s”", annotations.Shorten(is.Note), annotations.Shorten(was.Note)))
	}
	if was.Entry != is.Entry {
		all = append(all, "it points to another entry of the register now, or to none")
	}
	if !slices.EqualFunc(was.Values, is.Values, annotations.Value.Equal) {
		all = append(all, "its attributes are others now")
	}
	if len(all) == 0 {
		return "it covers other text now"
	}
	return strings.Join(all, ", and ")
}

func (o outcome) label(id string) string {
	if label, ok := o.after.project.Scheme().Label(id); ok {
		return label.Name
	}
	return id
}

// sumUp keeps a long list short, for its reader wants to know what has happened.
func sumUp(told []string) []string {
	const most = 3
	if len(told) == 0 {
		return nil
	}
	if len(told) > most {
		told = append(told[:most:most], fmt.Sprintf("%d more changes of yours met with another tab's", len(told)-most))
	}
	return append(told, "Undo brings back what you had")
}
