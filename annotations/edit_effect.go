package annotations

import "iter"

// Target is what an edit touches. With a Document it is an annotator's span, or
// without a Span their set's state, note and tags, or without an Annotator too
// the document itself. Otherwise it is an Entry or a Relation, all of them IDs, or the
// Scheme.
type Target struct {
	Document, Annotator, Span, Entry, Relation string

	Scheme bool
}

// effect is what an edit touches, and how much it is.
type effect struct {
	// one is what the edit adds, changes or removes, if it is one thing and a Target.
	one Target
	// overwrites says that the edit puts a whole value there, so that after it
	// nothing is left of an earlier edit of its kind there.
	overwrites bool
	// many, in place of one, calls visit for each of many things until visit reports
	// false, and reports whether to go on.
	many func(visit func(Target) bool) bool
	// parts are the spans, entries and relations that are brought, changed or taken
	// one by one: what the time that the edit takes goes with.
	parts int
	// adds is what there is more of afterwards, if none of it was there.
	adds Tally
	// bytes is about how many the edit takes as JSON, rather more than fewer.
	bytes int
}

// smallBytes is room for an edit of one thing without long texts.
const smallBytes = 256

// effectOn is the effect on one thing, which may be the zero Target, with a note.
func effectOn(t Target, note string) effect {
	e := effect{one: t, bytes: smallBytes + len(note)}
	if t.Span != "" || t.Entry != "" || t.Relation != "" {
		e.parts = 1
	}
	return e
}

// adding is the effect of an edit that brings something.
func (e effect) adding(t Tally) effect {
	e.adds = t
	return e
}

// whole is the effect of an edit that puts a whole value where e.one is.
func (e effect) whole() effect {
	e.overwrites = true
	return e
}

// touch calls visit for everything that is touched until visit reports false, and
// reports whether to go on.
func (e effect) touch(visit func(Target) bool) bool {
	switch {
	case e.many != nil:
		return e.many(visit)
	case e.one != Target{}:
		return visit(e.one)
	}
	return true
}

// Spans counts the spans that an edit brings, changes or takes one by one, and as
// such the entries and relations: what the time that it takes goes with. No edit
// has none.
func Spans(e Edit) int {
	if e == nil {
		return 0
	}
	return e.effect().parts
}

// Touched gives what e adds, changes or removes, each once, in the order of the
// edit. A document that is removed stands for its sets and their spans too, a
// span that is removed for its relations. Annotators and the project's name are no
// targets.
func Touched(e Edit) iter.Seq[Target] {
	return func(yield func(Target) bool) {
		seen := map[Target]bool{}
		e.effect().touch(func(t Target) bool {
			if seen[t] {
				return true
			}
			seen[t] = true
			return yield(t)
		})
	}
}
