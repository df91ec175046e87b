package register

import (
	"slices"
	"strconv"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// entryRows is the rows of the list of entries.
type entryRows struct {
	room  *Room
	list  kit.LongList
	found []*annotations.Entry
}

func newEntryRows(room *Room) *entryRows {
	r := &entryRows{room: room}
	r.list = kit.NewLongList(entryRowsID, "entry", r)
	return r
}

// begin shows what is found from its beginning.
func (r *entryRows) begin() {
	r.list.First = 0
	r.follow()
	r.list.Place.ScrollToTop()
}

// follow looks again and draws what is found.
func (r *entryRows) follow() {
	state := &r.room.register
	r.look()
	if at := r.IndexOf(state.chosen); at >= 0 {
		r.list.Reach(at, r.Count())
	}
	r.list.Draw()
	r.list.Fill()
}

// look finds the entries that are listed.
func (r *entryRows) look() {
	index := &r.room.suggest.Index
	index.Follow(r.room.desk.Session.Project())
	r.found = index.Listed(r.room.register.label, r.room.register.words)
}

func (r *entryRows) Count() int {
	if r.found == nil {
		r.look()
	}
	return len(r.found)
}

func (r *entryRows) IndexOf(id string) int {
	return slices.IndexFunc(r.found, func(e *annotations.Entry) bool { return e.ID == id })
}

// row is a button that names an entry, its label and how often it is mentioned.
func (r *entryRows) Row(index int) browser.Row {
	e, scheme := r.found[index], r.room.desk.Scheme()
	row := browser.Row{
		Key:   e.ID,
		Class: "span label-" + strconv.Itoa(kit.LabelIndex(scheme, e.Label)),
		Title: e.Name,
		Parts: [4]browser.Part{
			{Class: "swatch"},
			{Class: "name", Text: kit.LabelName(scheme, e.Label)},
			{Class: "note", Text: mentionWords(r.room.mentionCounts()[e.ID])},
			{Class: "covered", Own: true, Text: e.Name},
		},
	}
	if e.ID == r.room.register.chosen {
		row.Current = "true"
	}
	return row
}

// mentionWords say how often an entry is mentioned: spans that point to it, and apart
// from them values of attributes that name it.
func mentionWords(c annotations.MentionCount) string {
	spans := kit.Count(c.Spans, "mention")
	if c.Values == 0 {
		return spans
	}
	return spans + " · named " + kit.Count(c.Values, "time")
}

// mentionRows is the rows of the list of an entry's mentions.
type mentionRows struct {
	room   *Room
	list   kit.LongList
	of     string // the entry
	in     *annotations.Project
	all    []mention
	counts annotations.MentionCount
	picked map[string]bool // by key, for a split
}

func newMentionRows(room *Room) *mentionRows {
	r := &mentionRows{room: room, picked: map[string]bool{}}
	r.list = kit.NewLongList(mentionRowsID, "mention", r)
	return r
}

// follow looks again and draws the mentions.
func (r *mentionRows) follow() {
	r.look()
	r.list.Draw()
	r.list.Fill()
}

// look finds the mentions of the chosen entry, once for each state of the project.
func (r *mentionRows) look() {
	chosen, project := r.room.register.chosen, r.room.desk.Session.Project()
	if r.of == chosen && r.in == project {
		return
	}
	r.of, r.in, r.all, r.counts = chosen, project, nil, annotations.MentionCount{}
	if chosen != "" {
		r.all, r.counts = mentionsOf(project, chosen), r.room.mentionCounts()[chosen]
	}
}

func (r *mentionRows) Count() int { return len(r.all) }

func (r *mentionRows) IndexOf(key string) int {
	return slices.IndexFunc(r.all, func(m mention) bool { return m.key() == key })
}

// row is a button that quotes a mention and names its article, and the attribute in
// which a value names the entry.
func (r *mentionRows) Row(index int) browser.Row {
	m := r.all[index]
	row := browser.Row{
		Key:   m.key(),
		Class: "span mention",
		Title: m.Document.Title,
		Parts: [4]browser.Part{
			{Class: "covered", Own: true, Lang: m.Document.Language, Text: kit.Shorten(m.words(r.in.Scheme()), kit.InRow)},
			{Class: "note", Own: true, Lang: m.Document.Language, Text: kit.Shorten(m.Document.Title, kit.InRow)},
			{Class: "name", Text: r.whose(m)},
			{Class: "name of-attribute", Text: m.attribute(r.in.Scheme())},
		},
	}
	if r.room.register.doing == doSplit {
		row.Pressed = strconv.FormatBool(r.picked[row.Key])
	}
	return row
}

// whose names the annotator of a mention where there are several.
func (r *mentionRows) whose(m mention) string {
	project := r.room.desk.Session.Project()
	if len(project.Annotators()) < 2 {
		return ""
	}
	a, _ := project.Annotator(m.Annotator)
	return a.Name
}

// press picks a mention for a split, or lets go of it.
func (r *mentionRows) press(key string) {
	if r.picked[key] {
		delete(r.picked, key)
	} else {
		r.picked[key] = true
	}
	r.list.Draw()
}

// chosen are the mentions that are picked.
func (r *mentionRows) chosen() (spans []annotations.Mention, values []annotations.Naming) {
	for _, m := range r.all {
		switch {
		case !r.picked[m.key()]:
		case m.Attribute == "":
			spans = append(spans, annotations.Mention{Document: m.Document, Annotator: m.Annotator, Span: m.Span})
		default:
			values = append(values, m.Naming)
		}
	}
	return spans, values
}
