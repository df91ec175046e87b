package remote

import (
	"context"
	"sync"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/worker/jobs"
)

// sent is which projects the second program has.
type sent struct {
	mu        sync.Mutex
	run       int // of the second program that they went to last
	last      int // number that was given
	forgotten int // the numbers up to this one
	numbers   map[*annotations.Project]int
}

// cargo is projects as they go along with a request to a run of the second program.
type cargo struct {
	run      int
	of       []*annotations.Project
	projects []jobs.Project
}

// pack makes projects ready to go to the second program, which is started if it does not
// run. Those that it has go by their numbers.
func (r *remote) pack(ctx context.Context, pace annotations.Pace, of ...*annotations.Project) (cargo, error) {
	run, err := r.client.Run(ctx)
	if err != nil {
		return cargo{}, reason(ctx, err)
	}
	c := cargo{run: run, of: of, projects: make([]jobs.Project, len(of))}
	for i, p := range of {
		number, there := r.number(run, p)
		c.projects[i].Number = number
		if there {
			continue
		}
		if c.projects[i].File, err = spanwise.Write(p, pace.Nth(i, len(of))); err != nil {
			return cargo{}, err
		}
	}
	return c, nil
}

// number is that of a project, and whether a run of the second program has it. Another
// run than before has nothing.
func (s *sent) number(run int, p *annotations.Project) (number int, there bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if run != s.run {
		s.run, s.numbers = run, map[*annotations.Project]int{}
	}
	if number, there = s.numbers[p]; there {
		return number, true
	}
	s.last++
	return s.last, false
}

// arrived notes that the second program has what went along with a request that it
// answered, but for what it was told to forget meanwhile, and for what another run had.
func (s *sent) arrived(c cargo) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, p := range c.of {
		if number := c.projects[i].Number; c.run == s.run && number > s.forgotten {
			s.numbers[p] = number
		}
	}
}

// forget forgets which projects the second program has, and gives the run that has them
// and the number up to which it can forget them, 0 where it has none.
func (s *sent) forget() (run, through int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.forgotten == s.last {
		return s.run, 0
	}
	clear(s.numbers)
	s.forgotten = s.last
	return s.run, s.last
}
