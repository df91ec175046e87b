// Package merge makes one project of two: it plans the one edit that brings another project in, and says what that does and
// what a person has to decide about it.
//
// Two kinds of question are never answered by guessing: who the annotators of the other project are here ([Person]), and
// which version stays where both have a thing and differ ([Conflict]). A [Plan] answers them in a way that loses nothing,
// and [Choices] have them answered otherwise. Planning changes nothing, and a plan's edit is one step for undo.
//
// The package calls the other project the file's, since that is where it comes from, but knows no format. Places are in
// bytes, as in all of the model; in its sentences they are in code points.
package merge

import (
	"fmt"
	"slices"

	"spanwise/annotations"
	"spanwise/corpus"
)

// How much of all the work is done when a part of it is, by the time that it takes.
const (
	peopleFound     = 0.1
	registerMerged  = 0.12
	documentsMerged = 0.95
)

// NewPlan makes the one edit that brings the project of a file into another.
//
// Documents are the same when their texts are (by SHA-256; of several, the one
// with the same ID); others are added at the end, under a new ID if theirs is
// taken. Who the annotators of the file are here, and what their sets are united
// with, Person tells. Spans of one set are united by ID, tags by label, entries of
// the register by ID or else by label and name, relations by ID. Labels,
// attributes, options, tags and relations of the scheme that are missing are
// added. Words in a value that points to entries here, and is a text in the file, become
// the entry that is called so, or a new one; entries become their names the other way
// round.
//
// Where both have a thing and differ it is a Conflict: of spans and relations the
// one modified later stays, and at the same time ours; of all else ours. Before
// anything is marked in into, the file's scheme and details count instead, and are
// no conflicts. Details and notes that are empty here are taken from the file in
// any case. What is only in into stays as it is.
func NewPlan(into, file *annotations.Project, choices Choices, pace annotations.Pace) (Plan, error) {
	return newPlan(into, file, choices, nil, pace)
}

// newPlan is NewPlan where the IDs of some annotators of the file do not say who they
// are.
func newPlan(into, file *annotations.Project, choices Choices, contested map[string]bool, pace annotations.Pace) (Plan, error) {
	m := &merger{into: into, file: file, choices: choices, contested: contested, fresh: !anySet(into)}
	m.annotators = slices.Clone(into.Annotators())
	if err := m.merge(pace); err != nil {
		return Plan{}, fmt.Errorf("merge: %w", err)
	}
	m.plan.Edit, m.plan.Here = annotations.Batch{Edits: m.edits}, into.Annotators()
	m.plan.Changes = len(m.edits)
	m.plan.Adds = annotations.Adds(m.plan.Edit)
	return m.plan, nil
}

// States is NewPlan for two states of one project, in which everybody is who has
// their ID, with nothing else chosen.
func States(into, file *annotations.Project, pace annotations.Pace) (edit annotations.Batch, report []annotations.Message, err error) {
	plan, err := NewPlan(into, file, Choices{ByID: true}, pace)
	return plan.Edit, plan.Report, err
}

// merger gathers the edits and what is to be said of them.
type merger struct {
	into, file *annotations.Project
	choices    Choices
	contested  map[string]bool      // annotators of the file whose ID does not say who they are
	fresh      bool                 // nothing is marked yet, so the file's word counts for more
	ids        *annotations.FreeIDs // of documents, those that will be added included
	edits      []annotations.Edit
	plan       Plan

	scheme     *annotations.Scheme // that the project will have
	labels     map[string]int      // of its labels, by ID
	ours       map[*corpus.Document]*corpus.Document
	here       map[string]string             // from a document's ID in the file to that here
	people     map[string]string             // the same for annotators
	annotators []annotations.Annotator       // that the project will have
	entries    map[string]string             // and for entries
	brought    map[string]*annotations.Entry // entries that are new here, by ID
	entryIDs   *annotations.FreeIDs          // of entries, those of both
	pointing   pointing
}

func (m *merger) merge(pace annotations.Pace) error {
	m.ours = match(m.into.Documents(), m.file.Documents())
	if err := m.settleScheme(m.file.Scheme()); err != nil {
		return err
	}
	if err := m.findPeople(pace.Part(0, peopleFound)); err != nil {
		return err
	}
	m.name()
	if err := m.register(pace.Part(peopleFound, registerMerged)); err != nil {
		return err
	}
	if err := m.documents(pace.Part(registerMerged, documentsMerged)); err != nil {
		return err
	}
	m.sayPointing()
	if err := m.relations(pace.Part(documentsMerged, 1)); err != nil {
		return err
	}
	if len(m.edits) == 0 && len(m.plan.Report) == 0 {
		m.say("everything in the file is here already")
	}
	return nil
}

func (m *merger) do(e annotations.Edit) { m.edits = append(m.edits, e) }

func (m *merger) say(format string, args ...any) {
	m.settled(format, args...)
	m.plan.Brings = append(m.plan.Brings, m.plan.Report[len(m.plan.Report)-1])
}

// settled is say for how a conflict was settled.
func (m *merger) settled(format string, args ...any) {
	m.plan.Report = append(m.plan.Report, annotations.Say(format, args...))
}

func anySet(p *annotations.Project) bool {
	return slices.ContainsFunc(p.Documents(), func(d *corpus.Document) bool { return len(p.Sets(d.ID)) > 0 })
}

// name names a project that has none and in which nothing is marked.
func (m *merger) name() {
	if m.fresh && m.into.Name() == "" && m.file.Name() != "" {
		m.do(annotations.RenameProject{Name: m.file.Name()})
		m.say("the project is named “%s”, as in the file", m.file.Name())
	}
}

// match finds for each of theirs the one of ours with the same text, if any; no
// document of ours is taken twice.
func match(ours, theirs []*corpus.Document) map[*corpus.Document]*corpus.Document {
	byText := map[string][]*corpus.Document{}
	for _, d := range ours {
		byText[d.SHA256()] = append(byText[d.SHA256()], d)
	}
	found := map[*corpus.Document]*corpus.Document{}
	take := func(d *corpus.Document, fits func(*corpus.Document) bool) {
		candidates := byText[d.SHA256()]
		if i := slices.IndexFunc(candidates, fits); found[d] == nil && i >= 0 {
			found[d] = candidates[i]
			byText[d.SHA256()] = slices.Delete(candidates, i, i+1)
		}
	}
	for _, d := range theirs {
		take(d, func(o *corpus.Document) bool { return o.ID == d.ID })
	}
	for _, d := range theirs {
		take(d, func(*corpus.Document) bool { return true })
	}
	return found
}

// documents brings in the file's documents with what is said about them.
func (m *merger) documents(pace annotations.Pace) error {
	all := m.file.Documents()
	m.here = make(map[string]string, len(all))
	for i, d := range all {
		part := pace.Nth(i, len(all))
		same := m.ours[d]
		if same == nil {
			if err := m.document(d, m.file.Sets(d.ID), part); err != nil {
				return err
			}
			continue
		}
		m.here[d.ID] = same.ID
		m.details(same, d)
		sets := m.file.Sets(d.ID)
		for j, set := range sets {
			if err := m.set(same, set, part.Nth(j, len(sets))); err != nil {
				return err
			}
		}
	}
	return nil
}

// document adds a document that is not here.
func (m *merger) document(d *corpus.Document, sets []*annotations.Set, pace annotations.Pace) error {
	id := m.freeID(d.ID)
	if id != d.ID {
		m.say("article “%s” has the ID %q, which another text has here; it was given the ID %q", d.Title, d.ID, id)
	}
	m.here[d.ID] = id
	spans, ours := 0, make([]*annotations.Set, len(sets))
	for i, set := range sets {
		var err error
		if ours[i], err = m.translated(d, set, pace.Nth(i, len(sets))); err != nil {
			return err
		}
		spans += set.Len()
	}
	m.do(annotations.AddDocument{Document: d.WithID(id), At: -1, Sets: ours})
	m.say("article “%s” added, with %s", d.Title, annotations.Count{N: spans, Of: "span"})
	return nil
}

// freeID returns id, or the first of id-2, id-3 … that no document has.
func (m *merger) freeID(id string) string {
	if m.ids == nil {
		m.ids = annotations.NewFreeIDs(func(take func(id string)) {
			for _, d := range m.into.Documents() {
				take(d.ID)
			}
		})
	}
	return m.ids.Like(id)
}
