package program

import (
	"maps"
	"sync"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/worker"
	"spanwise/app/worker/jobs"
)

// projects are those that the page has sent, by their numbers. The zero value has none.
type projects struct {
	mu  sync.Mutex
	all map[int]*annotations.Project
}

// get gives a project, which is read where it has just come.
func (p *projects) get(q jobs.Project, pace annotations.Pace) (*annotations.Project, error) {
	if len(q.File) == 0 {
		return p.kept(q.Number)
	}
	project, _, err := spanwise.Read(q.File, pace)
	if err != nil {
		return nil, &worker.Failure{Said: "a project has not come through: " + err.Error(), Fault: true}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.all == nil {
		p.all = map[int]*annotations.Project{}
	}
	p.all[q.Number] = project
	return project, nil
}

func (p *projects) kept(number int) (*annotations.Project, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if project, there := p.all[number]; there {
		return project, nil
	}
	return nil, &worker.Failure{Said: "a project is not here any more", Fault: true}
}

func (p *projects) forget(through int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	maps.DeleteFunc(p.all, func(number int, _ *annotations.Project) bool { return number <= through })
}
