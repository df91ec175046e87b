package annotations

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"spanwise/corpus"
)

// Project is a scheme, documents in the order a person gave them, a register of
// what they mention, and what each annotator says about each document. It is
// immutable: an Edit gives the next one.
type Project struct {
	*beside
	articles  treap[*article] // by the document's ID
	shelf     treap[*placed]  // in the person's order
	documents func() []*corpus.Document
}

// beside is what stands beside the documents. It is apart, since most edits
// change nothing of it and need not copy it.
type beside struct {
	name       string
	scheme     *Scheme
	known      *known
	annotators []Annotator
	register   register
	relations  relations
	mentions   *mentionCache
}

// known is what a scheme has, by ID.
type known struct{ labels, tags map[string]*Label }

// placed is a document with its place among the others.
type placed struct {
	doc   *corpus.Document
	place int64 // only its order counts
}

// article is a placed document with the sets that say anything, by annotator.
type article struct {
	*placed
	sets []*Set
}

var (
	articlesByID = &kind[*article]{
		compare: func(a, b *article) int { return strings.Compare(a.doc.ID, b.doc.ID) },
		weigh:   func(a *article) uint64 { return weigh(a.doc.ID) },
		reach:   func(*article) int { return 0 },
	}
	shelfOrder = &kind[*placed]{
		compare: func(a, b *placed) int { return cmp.Compare(a.place, b.place) },
		weigh:   func(p *placed) uint64 { return weigh(p.doc.ID) },
		reach:   func(*placed) int { return 0 },
	}
)

// BeginProject is NewProject for somebody to work in, as the FirstAnnotator with
// the ID given.
func BeginProject(annotator string, scheme *Scheme, docs ...*corpus.Document) (*Project, error) {
	p, err := NewProject(scheme, docs...)
	if err != nil {
		return nil, err
	}
	return p.withAnnotators([]Annotator{FirstAnnotator(annotator)}), nil
}

// NewProject returns a project of documents nobody has marked yet, and of the
// DefaultAnnotator. A scheme that fails its Check, and two documents with one ID,
// are refused.
func NewProject(scheme *Scheme, docs ...*corpus.Document) (*Project, error) {
	if err := scheme.Check(); err != nil {
		return nil, fmt.Errorf("new project: scheme %q: %w", scheme.Name, err)
	}
	p := (&Project{
		beside:   &beside{annotators: []Annotator{FirstAnnotator(DefaultAnnotator)}, register: noEntries, relations: noRelations, mentions: &mentionCache{}},
		articles: treap[*article]{kind: articlesByID},
		shelf:    treap[*placed]{kind: shelfOrder},
	}).withScheme(scheme).withShelf(treap[*placed]{kind: shelfOrder})
	for _, d := range docs {
		next, _, err := AddDocument{Document: d, At: -1}.Apply(p)
		if err != nil {
			return nil, fmt.Errorf("new project: %w", err)
		}
		p = next
	}
	return p, nil
}

// Scheme is the project's scheme.
func (p *Project) Scheme() *Scheme { return p.scheme }

// Documents lists the documents in their order. The slice is shared: it is not
// to be modified.
func (p *Project) Documents() []*corpus.Document { return p.documents() }

// Document returns the document with the ID given.
func (p *Project) Document(id string) (*corpus.Document, bool) {
	a, ok := p.article(id)
	if !ok {
		return nil, false
	}
	return a.doc, true
}

// Set is what an annotator says about a document: an empty set where they have
// said nothing, nil where the project has no such document.
func (p *Project) Set(docID, annotator string) *Set {
	a, ok := p.article(docID)
	if !ok {
		return nil
	}
	return a.set(annotator)
}

// Sets lists the sets of a document that say anything, by annotator's ID. The
// slice is shared: it is not to be modified.
func (p *Project) Sets(docID string) []*Set {
	a, ok := p.article(docID)
	if !ok {
		return nil
	}
	return a.sets
}

// Name is the project's name, or "".
func (p *Project) Name() string { return p.name }

// Equal reports whether two projects say the same: name, scheme, annotators,
// documents with their order and details, sets, register and relations.
func (p *Project) Equal(q *Project) bool {
	if p == q {
		return true
	}
	if p == nil || q == nil || p.name != q.name || !p.scheme.Equal(q.scheme) || !slices.Equal(p.annotators, q.annotators) ||
		p.articles.len() != q.articles.len() {
		return false
	}
	others := q.Documents()
	for i, d := range p.Documents() {
		if !sameDocument(d, others[i]) || !slices.EqualFunc(p.Sets(d.ID), q.Sets(d.ID), (*Set).Equal) {
			return false
		}
	}
	return sameValues(p.register.byID, q.register.byID, (*Entry).Equal) &&
		sameValues(p.relations.byID, q.relations.byID, (*Relation).Equal)
}

// sameValues reports whether two treaps have equal values.
func sameValues[T any](a, b treap[T], same func(T, T) bool) bool {
	equal := true
	a.kind.difference(a.root, b.root, same, func(_, _ *node[T]) { equal = false })
	return equal
}

func sameDocument(a, b *corpus.Document) bool {
	return a == b || a.ID == b.ID && a.Details == b.Details && a.Text() == b.Text()
}

func (p *Project) article(id string) (*article, bool) {
	return p.articles.find(func(a *article) int { return strings.Compare(id, a.doc.ID) })
}

// label returns the scheme's label with the ID given, or nil.
func (p *Project) label(id string) *Label { return p.known.labels[id] }

// tag returns the scheme's tag with the ID given, or nil.
func (p *Project) tag(id string) *Label { return p.known.tags[id] }

func (p *Project) withScheme(s *Scheme) *Project {
	next := *p.beside
	next.scheme = s
	next.known = &known{byLabelID(s.Labels), byLabelID(s.Tags)}
	return p.withBeside(next)
}

func (p *Project) withBeside(b beside) *Project {
	next := *p
	next.beside = &b
	return &next
}

func byLabelID(labels []Label) map[string]*Label {
	byID := make(map[string]*Label, len(labels))
	for i := range labels {
		byID[labels[i].ID] = &labels[i]
	}
	return byID
}

// set is the annotator's set, which is empty if they have said nothing.
func (a *article) set(annotator string) *Set {
	if i, said := a.setAt(annotator); said {
		return a.sets[i]
	}
	return emptySet(annotator)
}

func (a *article) setAt(annotator string) (int, bool) {
	return slices.BinarySearchFunc(a.sets, annotator, func(s *Set, id string) int { return strings.Compare(s.annotator, id) })
}

// withSet returns a project in which an annotator's set of the article is
// another. One that says nothing is not kept.
func (p *Project) withSet(a *article, set *Set) *Project {
	next := *p
	next.articles = p.articles.replace(&article{a.placed, a.setsWith(set)})
	return &next
}

func (a *article) setsWith(set *Set) []*Set {
	i, said := a.setAt(set.annotator)
	switch {
	case !said && set.Empty():
		return a.sets
	case !said:
		return slices.Insert(slices.Clip(a.sets), i, set)
	case set.Empty():
		return slices.Delete(slices.Clone(a.sets), i, i+1)
	}
	sets := slices.Clone(a.sets)
	sets[i] = set
	return sets
}

// withShelf returns a project whose documents are in the order given. The list
// is made when it is first asked for and then shared by all projects that
// differ in spans only.
func (p *Project) withShelf(shelf treap[*placed]) *Project {
	next := *p
	next.shelf = shelf
	next.documents = sync.OnceValue(func() []*corpus.Document {
		docs := make([]*corpus.Document, 0, shelf.len())
		for d := range shelf.all() {
			docs = append(docs, d.doc)
		}
		return docs
	})
	return &next
}

// SpanCount is how many spans there are in all articles, of all annotators.
func (p *Project) SpanCount() int {
	n := 0
	for a := range p.articles.all() {
		for _, set := range a.sets {
			n += set.Len()
		}
	}
	return n
}
