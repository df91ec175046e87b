package scheme

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"spanwise/annotations"
	"spanwise/annotations/jsontext"
)

// partKind says which kind of thing in a scheme is shown.
type partKind string

const (
	aboutPart    partKind = "about"
	labelPart    partKind = "label"
	tagPart      partKind = "tag"
	relationPart partKind = "relation"
	gonePart     partKind = "gone" // what is deleted and in use
	readyPart    partKind = "ready"
)

// part is the part of a scheme that is shown: a label, say, or one of its
// attributes.
type part struct {
	Kind      partKind
	At        int // its index among those of its kind
	Attribute int // the index of an attribute of it, or noAttribute
}

const noAttribute = -1

func partOf(kind partKind, at int) part { return part{kind, at, noAttribute} }

// schemeDraft is a scheme that is being edited. Nothing of the work changes until
// it is applied.
type schemeDraft struct {
	was     *annotations.Scheme // the project's
	uses    annotations.Uses
	scheme  *annotations.Scheme // the draft, which is changed in place
	instead annotations.Instead // for each of gone that a person has decided on

	at       part
	narrow   bool                // a narrow window shows the part and not the list
	shown    *annotations.Scheme // the draft as it was when the form was made
	serial   int                 // of the form
	checked  bool                // it was to be applied and could not
	rejected map[string]string   // what was typed into a field of the form and not taken
	trouble  string
	question question
	plan     plan // that it asks about
	leaving  bool // the plan is carried out when the dialog has closed
}

// newDraft begins with the project's scheme.
func newDraft(p *annotations.Project) *schemeDraft {
	d := &schemeDraft{was: p.Scheme(), uses: p.Uses(), scheme: p.Scheme().Clone(), at: partOf(aboutPart, 0)}
	if len(d.scheme.Labels) > 0 {
		d.at = partOf(labelPart, 0)
	}
	d.instead = annotations.Instead{Labels: map[string]string{}, Relations: map[string]string{}, Tags: map[string]string{}}
	d.show(d.at)
	return d
}

// follow brings the draft in line with what the project has become, and reports
// whether its scheme is another than the one that was edited.
func (d *schemeDraft) follow(p *annotations.Project) (overtaken bool) {
	overtaken = !p.Scheme().Equal(d.was)
	d.was, d.uses, d.trouble = p.Scheme(), p.Uses(), ""
	if overtaken {
		d.question = noQuestion
	}
	return overtaken
}

// changed reports whether there is anything to apply.
func (d *schemeDraft) changed() bool { return !d.scheme.Equal(d.was) || len(d.rejected) > 0 }

// show makes a new form, for a part as it is now.
func (d *schemeDraft) show(at part) {
	d.at, d.shown = at, d.scheme.Clone()
	d.serial++
	d.rejected = nil
	d.question = noQuestion
}

// load puts another scheme into the draft's place. What is in use under a name
// that the other scheme has too is to get that label.
func (d *schemeDraft) load(s *annotations.Scheme) {
	d.scheme, d.checked, d.trouble = s.Clone(), false, ""
	d.instead = annotations.Instead{Labels: map[string]string{}, Relations: map[string]string{}, Tags: map[string]string{}}
	gone := d.gone()
	for _, g := range gone {
		for _, choice := range d.successors(g.Kind) {
			if strings.EqualFold(choice.Name, g.Name) {
				d.decide(g, choice.ID)
			}
		}
	}
	if len(gone) > 0 {
		d.show(partOf(gonePart, 0))
		return
	}
	d.show(partOf(aboutPart, 0))
}

// list is the labels or the tags of a scheme.
func list(s *annotations.Scheme, kind partKind) *[]annotations.Label {
	if kind == tagPart {
		return &s.Tags
	}
	return &s.Labels
}

// oldLabel is the label or the tag of a scheme that has an ID.
func oldLabel(s *annotations.Scheme, kind partKind, id string) (annotations.Label, bool) {
	if kind == tagPart {
		return s.Tag(id)
	}
	return s.Label(id)
}

// label is the label or the tag that a part is or belongs to.
func (d *schemeDraft) label(at part) *annotations.Label { return &(*list(d.scheme, at.Kind))[at.At] }

func (d *schemeDraft) attribute(at part) *annotations.Attribute {
	return &d.label(at).Attributes[at.Attribute]
}

func (d *schemeDraft) relation(at part) *annotations.RelationLabel { return &d.scheme.Relations[at.At] }

// used is how many spans, tags or relations have the label of a part, and how
// many entries.
func (d *schemeDraft) used(kind partKind, id string) (things, entries int) {
	switch kind {
	case tagPart:
		return d.uses.Tags[id], 0
	case relationPart:
		return d.uses.Relations[id], 0
	}
	return d.uses.Spans[id], d.uses.Entries[id]
}

// free reports whether the ID of a part may be changed: nothing in the work
// goes by it.
func (d *schemeDraft) free(at part) bool {
	if at.Kind == relationPart {
		things, _ := d.used(at.Kind, d.relation(at).ID)
		return things == 0
	}
	label := d.label(at)
	things, entries := d.used(at.Kind, label.ID)
	if things+entries == 0 || at.Attribute == noAttribute {
		return things+entries == 0
	}
	old, _ := oldLabel(d.was, at.Kind, label.ID)
	_, had := old.Attribute(d.attribute(at).ID)
	return !had
}

// add puts a new label, tag or relation at the end and shows it.
func (d *schemeDraft) add(kind partKind) {
	at := partOf(kind, 0)
	if kind == relationPart {
		d.scheme.Relations = append(d.scheme.Relations, annotations.RelationLabel{})
		at.At = len(d.scheme.Relations) - 1
	} else {
		labels := list(d.scheme, kind)
		*labels = append(*labels, annotations.Label{Color: freshColour(*labels)})
		at.At = len(*labels) - 1
	}
	d.show(at)
}

// addAttribute puts a new attribute at the end of a label's and shows it.
func (d *schemeDraft) addAttribute(at part) {
	l := d.label(at)
	l.Attributes = append(l.Attributes, annotations.Attribute{Type: annotations.Text})
	at.Attribute = len(l.Attributes) - 1
	d.show(at)
}

// move changes places with the neighbour before or after, and reports whether
// there is one.
func (d *schemeDraft) move(by int) bool {
	at := d.at
	switch {
	case at.Attribute != noAttribute:
		if !swap(d.label(at).Attributes, at.Attribute, by) {
			return false
		}
		at.Attribute += by
	case at.Kind == relationPart && swap(d.scheme.Relations, at.At, by),
		at.Kind != relationPart && swap(*list(d.scheme, at.Kind), at.At, by):
		at.At += by
	default:
		return false
	}
	d.show(at)
	return true
}

func swap[T any](all []T, i, by int) bool {
	j := i + by
	if j < 0 || j >= len(all) {
		return false
	}
	all[i], all[j] = all[j], all[i]
	return true
}

// remove takes the part that is shown out of the draft. What is in use has to be
// decided on next.
func (d *schemeDraft) remove() {
	at := d.at
	switch {
	case at.Attribute != noAttribute:
		l := d.label(at)
		l.Attributes = slices.Delete(l.Attributes, at.Attribute, at.Attribute+1)
		d.show(partOf(at.Kind, at.At))
		return
	case at.Kind == relationPart:
		d.scheme.Relations = slices.Delete(d.scheme.Relations, at.At, at.At+1)
	default:
		gone := *d.label(at)
		labels := list(d.scheme, at.Kind)
		*labels = slices.Delete(*labels, at.At, at.At+1)
		if at.Kind == labelPart {
			d.rename(gone.ID, "", gone.Parent)
		}
	}
	if len(d.gone()) > 0 {
		d.show(partOf(gonePart, 0))
		return
	}
	d.show(partOf(aboutPart, 0))
}

// rename follows a label's new ID to wherever the draft names it. For a label
// that goes the ID is "", and its group goes to its parent.
func (d *schemeDraft) rename(old, id, parent string) {
	if old == "" {
		return
	}
	for _, kind := range []partKind{labelPart, tagPart} {
		labels := *list(d.scheme, kind)
		for i := range labels {
			if labels[i].Parent == old {
				labels[i].Parent = parent
			}
			for j := range labels[i].Attributes {
				a := &labels[i].Attributes[j]
				if a.Labels = renamed(a.Labels, old, id); a.Offers == old {
					a.Offers = id
				}
			}
		}
	}
	for i := range d.scheme.Relations {
		r := &d.scheme.Relations[i]
		r.From, r.To = renamed(r.From, old, id), renamed(r.To, old, id)
	}
}

func renamed(ids []string, old, id string) []string {
	var all []string
	for _, each := range ids {
		switch {
		case each != old:
			all = append(all, each)
		case id != "":
			all = append(all, id)
		}
	}
	return all
}

// giveID gives an ID, made from its name, to the part that is shown if it has
// none yet, and returns it.
func (d *schemeDraft) giveID() (id string, made bool) {
	into, name := d.identity()
	if into == nil || *into != "" || idOf(name) == "" {
		return "", false
	}
	*into = d.freeID(idOf(name))
	return *into, true
}

// identity is where the ID of the part that is shown stands, and its name.
func (d *schemeDraft) identity() (id *string, name string) {
	switch {
	case d.at.Kind == relationPart:
		r := d.relation(d.at)
		return &r.ID, r.Name
	case d.at.Kind != labelPart && d.at.Kind != tagPart:
		return nil, ""
	case d.at.Attribute != noAttribute:
		a := d.attribute(d.at)
		return &a.ID, a.Name
	}
	l := d.label(d.at)
	return &l.ID, l.Name
}

// freeID is an ID with which the part that is shown does not take the place of
// another, nor of one that was deleted.
func (d *schemeDraft) freeID(wanted string) string {
	for n, id := 2, wanted; ; n++ {
		if !d.taken(id) && !d.hadBefore(id) {
			return id
		}
		id = wanted + "-" + strconv.Itoa(n)
	}
}

// taken reports whether another one beside the part that is shown has an ID.
func (d *schemeDraft) taken(id string) bool {
	switch {
	case d.at.Attribute != noAttribute:
		return otherHas(d.label(d.at).Attributes, d.at.Attribute, func(a annotations.Attribute) bool { return a.ID == id })
	case d.at.Kind == relationPart:
		return otherHas(d.scheme.Relations, d.at.At, func(r annotations.RelationLabel) bool { return r.ID == id })
	}
	return otherHas(*list(d.scheme, d.at.Kind), d.at.At, func(l annotations.Label) bool { return l.ID == id })
}

func otherHas[T any](all []T, but int, has func(T) bool) bool {
	return slices.ContainsFunc(all[:but], has) || slices.ContainsFunc(all[but+1:], has)
}

// hadBefore reports whether the project's scheme has something of that ID.
func (d *schemeDraft) hadBefore(id string) bool {
	if d.at.Attribute != noAttribute {
		old, _ := oldLabel(d.was, d.at.Kind, d.label(d.at).ID)
		_, had := old.Attribute(id)
		return had
	}
	if d.at.Kind == relationPart {
		_, had := d.was.Relation(id)
		return had
	}
	_, had := oldLabel(d.was, d.at.Kind, id)
	return had
}

// idOf makes an ID of a name: its letters and digits in lower case, hyphens
// between them.
func idOf(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c)
	})
	return strings.Join(words, "-")
}

// writtenScheme is a draft as it is kept while it is being edited.
type writtenScheme struct {
	scheme   string // JSON
	instead  annotations.Instead
	at       part
	rejected map[string]string
}

func (w *writtenScheme) fields() jsontext.Fields {
	return jsontext.Fields{
		{Name: "scheme", At: &w.scheme},
		{Name: "instead", At: jsontext.Fields{
			{Name: "labels", At: &w.instead.Labels}, {Name: "relations", At: &w.instead.Relations}, {Name: "tags", At: &w.instead.Tags},
		}},
		{Name: "kind", At: (*string)(&w.at.Kind)}, {Name: "at", At: &w.at.At}, {Name: "attribute", At: &w.at.Attribute},
		{Name: "rejected", At: &w.rejected},
	}
}

// written is the draft as a text.
func (d *schemeDraft) written() string {
	scheme := &annotations.JSONWriter{}
	scheme.Scheme(d.scheme)
	w := writtenScheme{string(scheme.Bytes()), d.instead, d.at, d.rejected}
	return w.fields().Text()
}

// resume goes on with a draft that was kept as a text.
func (d *schemeDraft) resume(text string) error {
	w := writtenScheme{instead: d.instead}
	scheme, err := w.read(text)
	if err != nil {
		return fmt.Errorf("the scheme that was being edited cannot be read: %w", err)
	}
	d.scheme, d.instead = scheme, w.instead
	d.show(partOf(aboutPart, 0))
	if d.has(w.at) {
		d.show(w.at)
	}
	return nil
}

// read reads the text of a draft, and the scheme in it, which need not be right yet.
func (w *writtenScheme) read(text string) (*annotations.Scheme, error) {
	if err := w.fields().Read(text); err != nil {
		return nil, err
	}
	r, err := annotations.NewJSONReader([]byte(w.scheme), nil)
	if err != nil {
		return nil, err
	}
	return r.UncheckedScheme()
}

// has reports whether the draft has such a part.
func (d *schemeDraft) has(at part) bool {
	switch at.Kind {
	case relationPart:
		return 0 <= at.At && at.At < len(d.scheme.Relations)
	case labelPart, tagPart:
		labels := *list(d.scheme, at.Kind)
		return 0 <= at.At && at.At < len(labels) && noAttribute <= at.Attribute && at.Attribute < len(labels[at.At].Attributes)
	}
	return false
}
