package merge

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"spanwise/annotations"
	"spanwise/corpus"
)

// translated is a set of a document that is new here, in this project's words.
func (m *merger) translated(d *corpus.Document, set *annotations.Set, pace annotations.Pace) (*annotations.Set, error) {
	annotator, about := m.people[set.Annotator()], m.about(d, set.About())
	if annotator == set.Annotator() && about.Equal(set.About()) && !points(set) {
		return set, nil
	}
	spans := make([]annotations.Span, 0, set.Len())
	for s := range set.All() {
		if err := pace.Part(0, 0.5).At(len(spans), set.Len()); err != nil {
			return nil, err
		}
		spans = append(spans, *m.translate(d, s))
	}
	return annotations.NewSet(annotator, about, spans, pace.Part(0.5, 1))
}

// points reports whether any span of a set names an entry or an attribute.
func points(set *annotations.Set) bool {
	for s := range set.All() {
		if s.Entry != "" || len(s.Values) > 0 {
			return true
		}
	}
	return false
}

// translate is a span of the file in this project's words: itself where it says
// nothing that is named in another way here.
func (m *merger) translate(d *corpus.Document, s *annotations.Span) *annotations.Span {
	if len(s.Values) == 0 && m.entryHere(s.Entry) == s.Entry {
		return s
	}
	t := *s
	t.Entry = m.entryHere(s.Entry)
	theirs, _ := m.file.Scheme().Label(s.Label)
	t.Values = m.values(&theirs, m.label(s.Label), s.Values, func(what, repair annotations.Message) {
		m.say("span %q in “%s”: %s; %s", s.ID, d.Title, what, repair)
	})
	if t.Entry == s.Entry && slices.EqualFunc(t.Values, s.Values, annotations.Value.Equal) {
		return s
	}
	return &t
}

func (m *merger) entryHere(id string) string {
	if here, renamed := m.entries[id]; renamed {
		return here
	}
	return id
}

// about is what the file says about a document, as far as it fits the scheme.
func (m *merger) about(d *corpus.Document, a annotations.About) annotations.About {
	a.Tags = slices.Clone(a.Tags)
	for i := range a.Tags {
		t := &a.Tags[i]
		theirs, _ := m.file.Scheme().Tag(t.Label)
		label, _ := m.scheme.Tag(t.Label)
		t.Values = m.values(&theirs, &label, t.Values, func(what, repair annotations.Message) {
			m.say("the tag “%s” of “%s”: %s; %s", label.Name, d.Title, what, repair)
		})
	}
	return a
}

// set unites a set of the file with that of the same person on a document that
// is here.
func (m *merger) set(doc *corpus.Document, set *annotations.Set, pace annotations.Pace) error {
	annotator := m.people[set.Annotator()]
	ours := m.into.Set(doc.ID, annotator)
	m.unitedAbout(doc, ours, m.about(doc, set.About()))
	added, seen := 0, 0
	for s := range set.All() {
		if err := pace.At(seen, set.Len()); err != nil {
			return err
		}
		seen++
		theirs := m.translate(doc, s)
		here, known := ours.Span(theirs.ID)
		switch {
		case !known:
			m.do(annotations.AddSpan{Document: doc.ID, Annotator: annotator, Span: *theirs})
			added++
		case !here.Equal(theirs):
			m.choose(doc, annotator, here, theirs)
		}
	}
	if added > 0 {
		m.say("%s%s added to “%s”", annotations.Count{N: added, Of: "span"}, m.whose(set.Annotator()), doc.Title)
	}
	return nil
}

// whose names an annotator of the file where there are several.
func (m *merger) whose(annotator string) string {
	if len(m.plan.People) < 2 {
		return ""
	}
	a, _ := m.file.Annotator(annotator)
	return " by “" + a.Name + "”"
}

// choose decides between two values of one span. Where nothing but their times
// differs it is no conflict.
func (m *merger) choose(doc *corpus.Document, annotator string, here, theirs *annotations.Span) {
	later := theirs.Modified.After(here.Modified)
	side := laterSide(theirs.Modified, here.Modified)
	if names, a, b := differences(m.spanFieldsOf(doc, here, theirs)); len(names) > 0 {
		side = m.decide(Conflict{ID: strings.Join([]string{"span", doc.ID, annotator, here.ID}, "\x00"),
			What: "Span “" + annotations.Shorten(here.Text(doc)) + "”", Where: doc.Title, Ours: a, Theirs: b}, side)
	}
	if side == Theirs {
		m.do(annotations.ChangeSpan{Document: doc.ID, Annotator: annotator, Span: *theirs})
	}
	m.settled("span %q in “%s” differs from the one here; %s", here.ID, doc.Title, why(side, later))
}

// laterSide is the side that was modified later, ours at the same time.
func laterSide(theirs, ours time.Time) Side {
	if theirs.After(ours) {
		return Theirs
	}
	return Ours
}

// why says what became of a span or relation, and why if that is the reason:
// later is whether the file's was modified later.
func why(s Side, later bool) annotations.Message {
	switch {
	case s == Theirs && later:
		return annotations.Say("the file's, modified later, was taken")
	case s == Ours && !later:
		return annotations.Say("ours, not modified earlier, was kept")
	}
	return became(s)
}

// unitedAbout unites what is said about a document as a whole.
func (m *merger) unitedAbout(doc *corpus.Document, ours *annotations.Set, theirs annotations.About) {
	united := ours.About()
	switch {
	case united.Equal(theirs):
		return
	case ours.Empty():
		united = theirs
	default:
		united = m.mixedAbout(doc, ours.Annotator(), united, theirs)
	}
	if !united.Equal(ours.About()) {
		m.do(annotations.ChangeSet{Document: doc.ID, Annotator: ours.Annotator(), About: united})
		m.settled("“%s”: state, note or tags taken from the file", doc.Title)
	}
}

// mixedAbout settles state, note and each tag by itself.
func (m *merger) mixedAbout(doc *corpus.Document, annotator string, ours, theirs annotations.About) annotations.About {
	keeps := func(what, a, b string) bool {
		id := strings.Join([]string{what, doc.ID, annotator}, "\x00")
		side := m.decide(Conflict{ID: id, What: what, Where: doc.Title, Ours: orNone(a), Theirs: orNone(b)}, Ours)
		m.settled("“%s”: %s differs in the file; %s", doc.Title, strings.ToLower(what[:1])+what[1:], became(side))
		return side == Ours
	}
	united := ours
	if ours.State != theirs.State && !keeps("State", ours.State, theirs.State) {
		united.State = theirs.State
	}
	if ours.Note == "" || theirs.Note != "" && ours.Note != theirs.Note && !keeps("Note on the article", ours.Note, theirs.Note) {
		united.Note = theirs.Note
	}
	united.Tags = slices.Clone(ours.Tags)
	for _, t := range theirs.Tags {
		i, here := slices.BinarySearchFunc(united.Tags, t.Label, func(u annotations.Tag, id string) int { return strings.Compare(u.Label, id) })
		if !here {
			united.Tags = slices.Insert(united.Tags, i, t)
			continue
		}
		label, _ := m.scheme.Tag(t.Label)
		names, a, b := differences(m.valueFields(&label, united.Tags[i].Values, t.Values))
		if len(names) > 0 && !keeps(fmt.Sprintf("Tag “%s”", label.Name), a, b) {
			united.Tags[i] = t
		}
	}
	return united
}
