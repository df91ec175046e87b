package about

import (
	"spanwise/annotations"
	"spanwise/app/ui/desk"
)

// written are the kinds of writing in the fields of this room.
func (r *Room) written() map[string]desk.WrittenKind {
	return map[string]desk.WrittenKind{
		desk.AboutWriting: {Now: r.aboutNow, Keep: r.keepAbout, Open: r.openAboutNote,
			Says: "You were writing this note on an article:",
			Gone: "The article that you were writing this note on is not there any more:"},
		desk.TagWriting: {Now: r.tagNow, Keep: r.keepTag, Open: r.openTags,
			Says: "You were typing this as a detail of a tag:",
			Gone: "What you were typing this for is not there any more:"},
	}
}

// aboutOf is what is said about the article as a whole that something is written
// about.
func (r *Room) aboutOf(of []string) (annotations.About, bool) {
	if set := r.desk.Session.Project().Set(of[0], of[1]); set != nil {
		return set.About(), true
	}
	return annotations.About{}, false
}

func (r *Room) aboutNow(of []string) (string, bool) {
	about, there := r.aboutOf(of)
	return about.Note, there
}

func (r *Room) keepAbout(of []string, text string) error {
	switch {
	case !r.desk.Here(of):
		return desk.ErrElsewhere
	case r.desk.Set().About().Note != text && !r.changeAbout(func(a *annotations.About) { a.Note = text }):
		return desk.ErrNotDone
	}
	return nil
}

// openAboutNote opens the article and unfolds its note.
func (r *Room) openAboutNote(of []string) { r.openStrip(of, notePart) }

func (r *Room) openTags(of []string) { r.openStrip(of, tagsPart) }

func (r *Room) openStrip(of []string, part stripPart) {
	if of[0] != r.desk.ArticleID {
		r.desk.Ask.ShowArticle(of[0], 0)
	}
	r.saying.open = part
}

func (r *Room) tagNow(of []string) (string, bool) {
	about, _ := r.aboutOf(of)
	t := tagOf(about.Tags, of[2])
	label, _ := r.desk.Scheme().Tag(of[2])
	if _, known := label.Attribute(of[3]); t == nil || !known {
		return "", false
	}
	v, _ := annotations.ValueOf(t.Values, of[3])
	return typedValue(v), true
}

func (r *Room) keepTag(of []string, text string) error {
	if !r.desk.Here(of) {
		return desk.ErrElsewhere
	}
	return r.typeTagValue(of[2], of[3], text)
}
