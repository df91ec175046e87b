package ui

import (
	"errors"
	"strings"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// writtenKind is what the page knows of a kind of writing. Only says and gone are
// always there.
type writtenKind struct {
	now    func(p *Page, of []string) (text string, there bool) // as the work has it
	keep   func(p *Page, of []string, text string) error        // makes it an edit
	read   func(p *Page, of []string) string                    // where the fields are not all of it
	open   func(p *Page, of []string)                           // brings its fields onto the page
	refuse func(p *Page, of []string, text string)              // tells that it is no value
	fill   func(r *writingRoom, text string)                    // where it is not fields that are filled

	// lasts reports whether a draft is still to be kept though its fields are gone.
	lasts func(p *Page, of []string) bool

	form bool   // several fields
	says string // by which its draft is offered
	gone string // the same, where it has no place any more
}

// kindOf reads a key.
func kindOf(key string) (kind writtenKind, of []string) {
	parts := strings.Split(key, desk.PartSeparator)
	k, known := kindNamed(parts[0])
	if !known {
		k.says = "You were writing:"
		k.gone = k.says
	}
	return k, parts[1:]
}

func kindNamed(name string) (writtenKind, bool) {
	switch name {
	case desk.NoteWriting:
		return writtenKind{now: noteNow, keep: keepSpanNote, open: openSpan,
			says: "You were writing this note on a span:",
			gone: "The span that you were writing this note on is not there any more:"}, true
	case desk.ValueWriting:
		return writtenKind{now: valueNow, keep: keepValue, open: openSpanFields, refuse: refuseValue,
			says: "You were typing this as a detail of a span:",
			gone: "What you were typing this for is not there any more:"}, true
	case desk.MentionWriting:
		return writtenKind{now: mentionNow, open: openSpanFields,
			says: "You were typing this as what a span mentions:",
			gone: "What you were typing this for is not there any more:"}, true
	case desk.AboutWriting:
		return writtenKind{now: aboutNow, keep: keepAbout, open: openAboutNote,
			says: "You were writing this note on an article:",
			gone: "The article that you were writing this note on is not there any more:"}, true
	case desk.TagWriting:
		return writtenKind{now: tagNow, keep: keepTag, open: openTags,
			says: "You were typing this as a detail of a tag:",
			gone: "What you were typing this for is not there any more:"}, true
	case desk.RelationWriting:
		return writtenKind{now: relationNow, keep: keepRelation, open: openRelationNote,
			says: "You were writing this note on a relation:",
			gone: "The relation that you were writing this note on is not there any more:"}, true
	case desk.EntryWriting:
		return writtenKind{now: entryNow, keep: keepEntry, open: openEntry,
			says: "You were typing this for an entry of the register:",
			gone: "The entry that you were typing this for is not there any more:"}, true
	}
	return draftNamed(name)
}

// draftNamed is the kinds that become no edit while they are written.
func draftNamed(name string) (writtenKind, bool) {
	switch name {
	case desk.SplitWriting:
		return writtenKind{now: splitNow, open: openSplit,
			says: "You were typing this as the name of a new entry:",
			gone: "The entry that you were splitting is not there any more. You had typed this name:"}, true
	case desk.PasteWriting:
		return writtenKind{form: true, open: func(p *Page, _ []string) { p.bringing.openForm("", corpus.Details{}) },
			says: "You were adding this text as an article:"}, true
	case desk.DetailsWriting:
		return writtenKind{form: true, now: documentThere, open: openDetails,
			says: "You were changing the details of an article:",
			gone: "The article that you were changing the details of is not there any more:"}, true
	case desk.TextWriting:
		return writtenKind{now: textNow, open: openReplacing, lasts: isRetyped, form: true,
			says: "You were putting this in the place of an article’s text:",
			gone: "The article that you were writing this for is not there any more:"}, true
	case desk.SchemeWriting:
		return writtenKind{read: schemeWritten, open: func(p *Page, _ []string) { p.schemes.openScheme() }, fill: (*writingRoom).fillScheme,
			says: "You were changing the scheme."}, true
	case desk.AnnotatorWriting:
		return writtenKind{now: annotatorNow, open: openAnnotatorName,
			says: "You were typing this as the name of an annotator:",
			gone: "The annotator that you were typing this name for is not there any more:"}, true
	case desk.ProjectWriting:
		return writtenKind{form: true, open: openProjectName,
			says: "You were typing this as the name of a project:"}, true
	}
	return writtenKind{}, false
}

// Why something written cannot become an edit now.
var (
	errElsewhere = errors.New("another article is open")
	errNotDone   = errors.New("it cannot be changed at the moment")
)

// here reports whether what is written is about the reader's set of the open
// article.
func (room *writingRoom) here(of []string) bool {
	return of[0] == room.desk.ArticleID && of[1] == room.desk.Me()
}

// spanOf is the span that something is written about.
func (room *writingRoom) spanOf(of []string) (*annotations.Span, bool) {
	return room.desk.Session.Project().SpanAt(of[1], annotations.Place{Document: of[0], Span: of[2]})
}

func noteNow(p *Page, of []string) (string, bool) {
	if s, there := p.writing.spanOf(of); there {
		return s.Note, true
	}
	return "", false
}

func keepSpanNote(p *Page, of []string, text string) error {
	s, there := p.writing.spanOf(of)
	switch {
	case !p.writing.here(of) || !there:
		return errElsewhere
	case s.Note != text && !p.desk.ChangeSpan(s.ID, func(s *annotations.Span) { s.Note = text }):
		return errNotDone
	}
	return nil
}

func openSpan(p *Page, of []string) {
	p.relations.goToSpan(annotations.Place{Document: of[0], Span: of[2]})
	p.desk.Panel = desk.SpansPanel
}

func openSpanFields(p *Page, of []string) {
	openSpan(p, of)
	p.spans.details.open = true
}

func valueNow(p *Page, of []string) (string, bool) {
	s, there := p.writing.spanOf(of)
	if !there {
		return "", false
	}
	label, _ := p.desk.Scheme().Label(s.Label)
	a, known := label.Attribute(of[3])
	if !known {
		return "", false
	}
	v, _ := annotations.ValueOf(s.Values, of[3])
	return valueText(a, v), true
}

func keepValue(p *Page, of []string, text string) error {
	if !p.writing.here(of) {
		return errElsewhere
	}
	return p.spans.setTyped(of[2], of[3], text)
}

// refuseValue has the page tell what was typed and is no value.
func refuseValue(p *Page, of []string, text string) { _ = p.spans.keepTyped(of[2], of[3], text) }

func mentionNow(p *Page, of []string) (string, bool) {
	s, there := p.writing.spanOf(of)
	if !there {
		return "", false
	}
	return p.register.entryName(s.Entry), true
}

// aboutOf is what is said about the article as a whole that something is written
// about.
func (room *writingRoom) aboutOf(of []string) (annotations.About, bool) {
	if set := room.desk.Session.Project().Set(of[0], of[1]); set != nil {
		return set.About(), true
	}
	return annotations.About{}, false
}

func aboutNow(p *Page, of []string) (string, bool) {
	about, there := p.writing.aboutOf(of)
	return about.Note, there
}

func keepAbout(p *Page, of []string, text string) error {
	switch {
	case !p.writing.here(of):
		return errElsewhere
	case p.desk.Set().About().Note != text && !p.about.changeAbout(func(a *annotations.About) { a.Note = text }):
		return errNotDone
	}
	return nil
}

// openAboutNote opens the article and unfolds its note.
func openAboutNote(p *Page, of []string) { openStrip(p, of, notePart) }

func openTags(p *Page, of []string) { openStrip(p, of, tagsPart) }

func openStrip(p *Page, of []string, part stripPart) {
	if of[0] != p.desk.ArticleID {
		p.desk.Ask.ShowArticle(of[0], 0)
	}
	p.about.saying.open = part
}

func tagNow(p *Page, of []string) (string, bool) {
	about, _ := p.writing.aboutOf(of)
	t := tagOf(about.Tags, of[2])
	label, _ := p.desk.Scheme().Tag(of[2])
	if _, known := label.Attribute(of[3]); t == nil || !known {
		return "", false
	}
	v, _ := annotations.ValueOf(t.Values, of[3])
	return typedValue(v), true
}

func keepTag(p *Page, of []string, text string) error {
	if !p.writing.here(of) {
		return errElsewhere
	}
	return p.about.typeTagValue(of[2], of[3], text)
}

func relationNow(p *Page, of []string) (string, bool) {
	if r, there := p.desk.Session.Project().Relation(of[0]); there {
		return r.Note, true
	}
	return "", false
}

func keepRelation(p *Page, of []string, text string) error {
	r, there := p.desk.Session.Project().Relation(of[0])
	if there && r.Note != text && !p.relations.changeRelation(r.ID, func(r *annotations.Relation) { r.Note = text }) {
		return errNotDone
	}
	return nil
}

func openRelationNote(p *Page, of []string) {
	if r, there := p.desk.Session.Project().Relation(of[0]); there {
		p.relations.goToSpan(r.From)
		p.relations.relationOpen = of[0]
		p.desk.Panel = desk.SpansPanel
	}
}

func entryNow(p *Page, of []string) (string, bool) {
	e, there := p.desk.Session.Project().Entry(of[0])
	if !there {
		return "", false
	}
	return entryField(e, of[1]), true
}

func keepEntry(p *Page, of []string, text string) error {
	e, there := p.desk.Session.Project().Entry(of[0])
	if !there {
		return errNotDone
	}
	if next := withField(*e, of[1], text); !next.Equal(e) && !p.desk.Do(annotations.ChangeEntry{Entry: next}) {
		return errNotDone
	}
	return nil
}

func openEntry(p *Page, of []string) { p.desk.Ask.OpenRegister(of[0]) }

// splitNow has no text: a new entry has no name yet.
func splitNow(p *Page, of []string) (string, bool) {
	_, there := p.desk.Session.Project().Entry(of[0])
	return "", there
}

func openSplit(p *Page, of []string) {
	p.desk.Ask.OpenRegister(of[0])
	p.register.register.doing = doSplit
}

// documentThere has no text: the details are several.
func documentThere(p *Page, of []string) (string, bool) {
	_, there := p.desk.Session.Project().Document(of[0])
	return "", there
}

func openDetails(p *Page, of []string) {
	p.writing.openWritten(of[0])
	p.bringing.openForm(p.desk.ArticleID, p.desk.Document().Details)
}

func openReplacing(p *Page, of []string) {
	p.writing.openWritten(of[0])
	p.bringing.openReplacing()
}

// isRetyped reports whether the dialog's field was left with a text that is not in
// its place yet.
func isRetyped(p *Page, of []string) bool {
	_, there := p.bringing.retyped[of[0]]
	return there
}

// openWritten opens the article that something was written for.
func (room *writingRoom) openWritten(document string) {
	if document != room.desk.ArticleID {
		room.desk.Ask.ShowArticle(document, 0)
	}
}

// textNow is the article's text as the form has it.
func textNow(p *Page, of []string) (string, bool) {
	doc, there := p.desk.Session.Project().Document(of[0])
	if !there {
		return "", false
	}
	return joinFields(map[string]string{newTextField: doc.Text()}), true
}

// annotatorNow is an annotator's name; a new one has none.
func annotatorNow(p *Page, of []string) (string, bool) {
	a, there := p.desk.Session.Project().Annotator(of[0])
	return a.Name, there || of[0] == ""
}

func openAnnotatorName(p *Page, of []string) {
	p.desk.Ask.OpenAnnotators()
	p.annotators.colleagues.dialog.renaming = of[0]
}

// openProjectName opens the form for a project's name.
func openProjectName(p *Page, of []string) {
	part := newPart
	if of[0] != "" {
		part = namePart
	}
	p.projects.openProjects(func() { p.projects.turnTo(part, of[0], projectNameID) })
}

// schemeWritten is the scheme that is being edited, "" where nothing of it was
// changed.
func schemeWritten(p *Page, _ []string) string {
	if d := p.schemes.scheming; d != nil && d.changed() {
		return d.written()
	}
	return ""
}

// fillScheme goes on with a scheme that was being edited.
func (room *writingRoom) fillScheme(text string) {
	if room.page.schemes.scheming == nil {
		return
	}
	if err := room.page.schemes.scheming.resume(text); err != nil {
		room.page.schemes.scheming.trouble = kit.Sentence(err.Error())
	}
	room.page.schemes.showPart(room.page.schemes.scheming.at)
	room.desk.Later(func() { browser.Focus(schemePartID) })
}
