package annotations

import "iter"

// Target is what an edit touches. With a Document it is an annotator's span, or
// without a Span their set's state, note and tags, or without an Annotator too
// the document itself. Otherwise it is an Entry or a Relation. All are IDs.
type Target struct{ Document, Annotator, Span, Entry, Relation string }

// Touched gives what e adds, changes or removes, each once, in the order of the
// edit. A document that is removed stands for its sets and their spans too, a
// span that is removed for its relations. Scheme, annotators and the project's
// name are no targets.
func Touched(e Edit) iter.Seq[Target] {
	return func(yield func(Target) bool) {
		seen := map[Target]bool{}
		touch(e, func(t Target) bool {
			if seen[t] {
				return true
			}
			seen[t] = true
			return yield(t)
		})
	}
}

// touch calls visit for every target of e, and reports whether to go on.
func touch(e Edit, visit func(Target) bool) bool {
	switch e := e.(type) {
	case AddDocument:
		return touchDocument(e, visit)
	case Batch:
		for _, inner := range e.Edits {
			if !touch(inner, visit) {
				return false
			}
		}
		return true
	}
	if t := targetOf(e); t != (Target{}) {
		return visit(t)
	}
	return true
}

// targetOf is the one thing that an edit touches, if it does.
func targetOf(e Edit) Target {
	switch e := e.(type) {
	case AddSpan:
		return Target{Document: e.Document, Annotator: e.Annotator, Span: e.Span.ID}
	case RemoveSpan:
		return Target{Document: e.Document, Annotator: e.Annotator, Span: e.ID}
	case ChangeSpan:
		return Target{Document: e.Document, Annotator: e.Annotator, Span: e.Span.ID}
	case ChangeSet:
		return Target{Document: e.Document, Annotator: e.Annotator}
	case RemoveDocument:
		return Target{Document: e.ID}
	case DescribeDocument:
		return Target{Document: e.ID}
	case AddEntry:
		return Target{Entry: e.Entry.ID}
	case ChangeEntry:
		return Target{Entry: e.Entry.ID}
	case RemoveEntry:
		return Target{Entry: e.ID}
	case AddRelation:
		return Target{Relation: e.Relation.ID}
	case ChangeRelation:
		return Target{Relation: e.Relation.ID}
	case RemoveRelation:
		return Target{Relation: e.ID}
	}
	return Target{}
}

func touchDocument(e AddDocument, visit func(Target) bool) bool {
	if e.Document == nil {
		return true
	}
	if !visit(Target{Document: e.Document.ID}) {
		return false
	}
	for _, set := range e.Sets {
		if !set.about.nothing() && !visit(Target{Document: e.Document.ID, Annotator: set.annotator}) {
			return false
		}
	}
	for set, s := range spansIn(e.Sets) {
		if !visit(Target{Document: e.Document.ID, Annotator: set.annotator, Span: s.ID}) {
			return false
		}
	}
	return true
}
