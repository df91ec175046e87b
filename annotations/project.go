package annotations

import (
	"cmp"
	"fmt"
	"strings"
	"sync"

	"spanwise/corpus"
)

// Project is a scheme, documents in the order a person gave them, and what an
// annotator says about each. It is immutable: an Edit gives the next one.
type Project struct {
	scheme    *Scheme
	labels    map[string]Label // scheme.Labels by ID
	articles  treap[*article]  // by the document's ID
	shelf     treap[*placed]   // in the person's order
	documents func() []*corpus.Document
}

// placed is a document with its place among the others.
type placed struct {
	doc   *corpus.Document
	place int64 // only its order counts
}

// article is a placed document with its set.
type article struct {
	*placed
	set *Set
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

// NewProject returns a project of documents nobody has marked yet. A scheme
// that fails its Check, and two documents with one ID, are refused.
func NewProject(scheme *Scheme, docs ...*corpus.Document) (*Project, error) {
	if err := scheme.Check(); err != nil {
		return nil, fmt.Errorf("new project: scheme %q: %w", scheme.Name, err)
	}
	p := (&Project{
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

// Set is what the annotator says about a document: an empty set where nothing
// is marked, nil where the project has no such document.
func (p *Project) Set(docID string) *Set {
	a, ok := p.article(docID)
	if !ok {
		return nil
	}
	return a.set
}

// Equal reports whether two projects say the same: scheme, documents with their
// order and details, and sets.
func (p *Project) Equal(q *Project) bool {
	if p == q {
		return true
	}
	if p == nil || q == nil || !p.scheme.equal(q.scheme) || p.articles.len() != q.articles.len() {
		return false
	}
	others := q.Documents()
	for i, d := range p.Documents() {
		if !sameDocument(d, others[i]) || !p.Set(d.ID).Equal(q.Set(d.ID)) {
			return false
		}
	}
	return true
}

func sameDocument(a, b *corpus.Document) bool {
	return a == b || a.ID == b.ID && a.Details == b.Details && a.Text() == b.Text()
}

func (p *Project) article(id string) (*article, bool) {
	return p.articles.find(func(a *article) int { return strings.Compare(id, a.doc.ID) })
}

func (p *Project) withScheme(s *Scheme) *Project {
	next := *p
	next.scheme = s
	next.labels = make(map[string]Label, len(s.Labels))
	for _, l := range s.Labels {
		next.labels[l.ID] = l
	}
	return &next
}

// withSet returns a project in which the article's set is another.
func (p *Project) withSet(a *article, set *Set) *Project {
	next := *p
	next.articles = p.articles.replace(&article{a.placed, set})
	return &next
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
