package jobs

import (
	"maps"
	"slices"

	"spanwise/annotations"
	"spanwise/annotations/intake"
	"spanwise/app/worker"
)

// Plan asks what the merging of files into a project would do.
type Plan struct {
	Into  Project
	Files []File
	Edits bool // whether the edits are wanted
}

// File is a file that is merged, and what was decided about it.
type File struct {
	Name    string
	Project Project
	Choices intake.Choices
}

// Kind is the name of this kind of work.
func (Plan) Kind() string { return "plan" }

// Encode writes the request.
func (q Plan) Encode(e *worker.Encoder) {
	q.Into.encode(e)
	e.Int(len(q.Files))
	for _, f := range q.Files {
		e.Text(f.Name)
		f.Project.encode(e)
		encodeChoices(e, f.Choices)
	}
	e.Bool(q.Edits)
}

// Decode reads it.
func (q *Plan) Decode(d *worker.Decoder) {
	q.Into = readProject(d)
	for range d.Count() {
		q.Files = append(q.Files, File{d.Text(), readProject(d), readChoices(d)})
	}
	q.Edits = d.Bool()
}

func encodeChoices(e *worker.Encoder, c intake.Choices) {
	e.Text(c.Source)
	encodePeople(e, slices.Collect(maps.Values(c.People)))
	e.Bool(c.ByID)
	encodeMap(e, c.IDs, e.Text)
	encodeMap(e, c.Sides, func(s intake.Side) { e.Int(int(s)) })
	e.Int(int(c.All))
}

func readChoices(d *worker.Decoder) intake.Choices {
	c := intake.Choices{Source: d.Text(), People: map[string]intake.Person{}}
	for _, p := range readPeople(d) {
		c.People[p.ID] = p
	}
	c.ByID = d.Bool()
	c.IDs = readMap(d, d.Text)
	c.Sides = readMap(d, func() intake.Side { return intake.Side(d.Int()) })
	c.All = intake.Side(d.Int())
	return c
}

func encodeMap[V any](e *worker.Encoder, m map[string]V, write func(V)) {
	e.Int(len(m))
	for key, value := range m {
		e.Text(key)
		write(value)
	}
}

func readMap[V any](d *worker.Decoder, read func() V) map[string]V {
	m := map[string]V{}
	for range d.Count() {
		key := d.Text()
		m[key] = read()
	}
	return m
}

// Planned are the plans, one of each file.
type Planned struct {
	Plans []intake.Plan // without their edits
	Edits [][]byte      // of each, as JSON; none where they are not wanted
}

// Encode writes the answer.
func (a Planned) Encode(e *worker.Encoder) {
	e.Int(len(a.Plans))
	for _, p := range a.Plans {
		e.Int(p.Changes)
		encodeMessages(e, p.Report)
		encodeMessages(e, p.Brings)
		for _, n := range []int{p.Adds.Articles, p.Adds.Annotators, p.Adds.Spans, p.Adds.Entries, p.Adds.Relations} {
			e.Int(n)
		}
		encodeAnnotators(e, p.Here)
		encodePeople(e, p.People)
		encodeConflicts(e, p.Conflicts)
	}
	e.Int(len(a.Edits))
	for _, edit := range a.Edits {
		e.Bytes(edit)
	}
}

// Decode reads it.
func (a *Planned) Decode(d *worker.Decoder) {
	for range d.Count() {
		a.Plans = append(a.Plans, intake.Plan{
			Changes: d.Int(), Report: readMessages(d), Brings: readMessages(d),
			Adds: annotations.Tally{Articles: d.Int(), Annotators: d.Int(), Spans: d.Int(), Entries: d.Int(), Relations: d.Int()},
			Here: readAnnotators(d), People: readPeople(d), Conflicts: readConflicts(d),
		})
	}
	for range d.Count() {
		a.Edits = append(a.Edits, d.Bytes())
	}
}

func encodeAnnotators(e *worker.Encoder, list []annotations.Annotator) {
	e.Int(len(list))
	for _, a := range list {
		e.Text(a.ID)
		e.Text(a.Name)
	}
}

func readAnnotators(d *worker.Decoder) (list []annotations.Annotator) {
	for range d.Count() {
		list = append(list, annotations.Annotator{ID: d.Text(), Name: d.Text()})
	}
	return list
}

func encodePeople(e *worker.Encoder, list []intake.Person) {
	e.Int(len(list))
	for _, p := range list {
		e.Texts([]string{p.ID, p.Name, p.As, p.New, p.Like})
		e.Bool(p.Known)
		e.Bool(p.Contested)
		e.Int(p.Shared)
	}
}

func readPeople(d *worker.Decoder) (list []intake.Person) {
	for range d.Count() {
		var p intake.Person
		readTexts(d, &p.ID, &p.Name, &p.As, &p.New, &p.Like)
		p.Known, p.Contested, p.Shared = d.Bool(), d.Bool(), d.Int()
		list = append(list, p)
	}
	return list
}

func encodeConflicts(e *worker.Encoder, list []intake.Conflict) {
	e.Int(len(list))
	for _, c := range list {
		e.Texts([]string{c.ID, c.What, c.Where, c.Ours, c.Theirs})
		e.Int(int(c.Side))
	}
}

func readConflicts(d *worker.Decoder) (list []intake.Conflict) {
	for range d.Count() {
		var c intake.Conflict
		readTexts(d, &c.ID, &c.What, &c.Where, &c.Ours, &c.Theirs)
		c.Side = intake.Side(d.Int())
		list = append(list, c)
	}
	return list
}

// readTexts reads a list of strings into as many places.
func readTexts(d *worker.Decoder, into ...*string) {
	for i, text := range d.Texts() {
		if i < len(into) {
			*into[i] = text
		}
	}
}
