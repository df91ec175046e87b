package annotations

// Progress is how far an annotator is with the articles of a project. It is
// counted anew for a project that follows another, in a time that goes with what
// differs between them.
type Progress struct {
	project   *Project
	annotator string

	Begun int // articles about which the annotator says anything
	Done  int // of them those that are done
	Spans int // in all of them
}

// Of is how far an annotator is in a project. It takes no longer than the changes
// since r, which may be the zero value.
func (r Progress) Of(p *Project, annotator string) Progress {
	if r.project == p && r.annotator == annotator {
		return r
	}
	if r.project == nil || r.annotator != annotator {
		r = Progress{project: &Project{}, annotator: annotator}
	}
	next := r
	next.project = p
	articlesByID.difference(r.project.articles.root, p.articles.root, sameArticle, func(gone, come *node[*article]) {
		next.count(gone, -1)
		next.count(come, +1)
	})
	return next
}

func sameArticle(a, b *article) bool { return a == b }

// count adds an article, or with -1 takes it away; there may be none.
func (r *Progress) count(n *node[*article], sign int) {
	if n == nil {
		return
	}
	i, said := n.value.setAt(r.annotator)
	if !said {
		return
	}
	set := n.value.sets[i]
	r.Begun += sign
	r.Spans += sign * set.Len()
	if set.State() == StateDone {
		r.Done += sign
	}
}
