package annotations

import (
	"math"

	"spanwise/corpus"
)

// gap is the room left between neighbours on the shelf: between two of them
// about 32 documents fit, one always in the middle of what is left, before
// all have to move up.
const gap = 1 << 32

// shelved returns the shelf with doc as the i-th document, 0 <= i <= len.
func shelved(shelf treap[*placed], doc *corpus.Document, i int) (treap[*placed], *placed, bool) {
	place, ok := placeFor(shelf, i)
	if !ok {
		return shelf, nil, false
	}
	added := &placed{doc, place}
	return shelf.insert(added), added, true
}

// placeFor finds a place that comes just before the i-th document's, or
// reports that there is no room.
func placeFor(shelf treap[*placed], i int) (place int64, ok bool) {
	n := shelf.len()
	switch {
	case n == 0:
		return 0, true
	case i == 0:
		first := shelf.at(0).place
		return first - gap, first > math.MinInt64+gap
	case i == n:
		last := shelf.at(n - 1).place
		return last + gap, last < math.MaxInt64-gap
	}
	before, after := shelf.at(i-1).place, shelf.at(i).place
	return before + (after-before)/2, after-before > 1
}

// respaced returns the project with the full gap between all its documents.
// It is linear, and needed once in about 32 documents put at one place.
func (p *Project) respaced() *Project {
	shelf := make([]*placed, 0, p.shelf.len())
	for old := range p.shelf.all() {
		shelf = append(shelf, &placed{old.doc, int64(len(shelf)) * gap})
	}
	next := p.withShelf(shelfOrder.build(shelf))
	for _, d := range shelf {
		a, _ := p.article(d.doc.ID)
		next.articles = next.articles.replace(&article{d, a.sets})
	}
	return next
}

// withArticle returns a project with doc as the i-th document.
func (p *Project) withArticle(doc *corpus.Document, i int, sets []*Set) *Project {
	shelf, added, ok := shelved(p.shelf, doc, i)
	if !ok {
		p = p.respaced()
		shelf, added, _ = shelved(p.shelf, doc, i)
	}
	next := p.withShelf(shelf)
	next.articles = p.articles.insert(&article{added, sets})
	return next
}

// withoutArticle returns a project that lacks a, which is one of its own.
func (p *Project) withoutArticle(a *article) *Project {
	next := p.withShelf(p.shelf.remove(a.placed))
	next.articles = p.articles.remove(a)
	return next
}

// withDocument returns a project in which doc, of the same ID, is in the place of a's.
func (p *Project) withDocument(a *article, doc *corpus.Document) *Project {
	described := &placed{doc, a.place}
	next := p.withShelf(p.shelf.replace(described))
	next.articles = p.articles.replace(&article{described, a.sets})
	return next
}
