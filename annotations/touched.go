package annotations

import "iter"

// Target is what an edit touches: a span of a document, or with an empty Span
// the document itself. Both are IDs.
type Target struct{ Document, Span string }

// Touched gives what e adds, changes or removes, each once, in the order of the
// edit. A document that is removed stands for its spans too. A scheme is none of
// them: ChangeScheme touches nothing.
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
	case AddSpan:
		return visit(Target{e.Document, e.Span.ID})
	case RemoveSpan:
		return visit(Target{e.Document, e.ID})
	case ChangeSpan:
		return visit(Target{e.Document, e.Span.ID})
	case RemoveDocument:
		return visit(Target{Document: e.ID})
	case DescribeDocument:
		return visit(Target{Document: e.ID})
	case AddDocument:
		return touchDocument(e, visit)
	case Batch:
		for _, inner := range e.Edits {
			if !touch(inner, visit) {
				return false
			}
		}
	}
	return true
}

func touchDocument(e AddDocument, visit func(Target) bool) bool {
	if e.Document == nil {
		return true
	}
	if !visit(Target{Document: e.Document.ID}) {
		return false
	}
	for _, s := range e.spans() {
		if !visit(Target{e.Document.ID, s.ID}) {
			return false
		}
	}
	return true
}
