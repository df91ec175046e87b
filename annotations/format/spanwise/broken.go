package spanwise

import (
	"fmt"

	"spanwise/annotations"
	"spanwise/annotations/format"
)

// How much of all the work is done when a part of it is, by the time that it takes.
const (
	registerMended = 0.02
	setsMended     = 0.38
	mended         = 0.4
)

// broken looks through a file that is whole for all that does not fit in it.
// first is what Read would say without that. The pace may call it off.
func broken(data []byte, first error, pace annotations.Pace) error {
	f, _, err := open(data, pace)
	if err != nil {
		return fmt.Errorf("spanwise: %w", err)
	}
	m, _, _, err := f.mended(pace)
	switch {
	case err != nil:
		return fmt.Errorf("spanwise: %w", err)
	case len(m.problems) == 0: // it was called off before
		return first
	}
	return &format.BrokenError{Problems: m.problems, First: first}
}

// ReadRepaired reads a file as Read does, and repairs what a *format.BrokenError
// tells of: repairs says that too. Its errors are those of Read without that one.
func ReadRepaired(data []byte, pace annotations.Pace) (p *annotations.Project, repairs []format.Note, err error) {
	f, repairs, err := open(data, pace.Part(0, 0.5))
	if err != nil {
		return nil, nil, fmt.Errorf("spanwise: %w", err)
	}
	m, p, more, err := f.mended(pace.Part(0.5, 1))
	if err != nil {
		return nil, nil, fmt.Errorf("spanwise: %w", err)
	}
	return p, append(append(repairs, m.problems...), more...), nil
}

// mended makes everything in the file fit, and then the project.
func (f *file) mended(pace annotations.Pace) (m *mender, p *annotations.Project, repairs []format.Note, err error) {
	m = &mender{file: f}
	f.leaveOut = func(place format.Place, what annotations.Message) {
		m.say(place, what, annotations.Say("it is left out"))
	}
	m.scheme()
	m.annotators()
	if err := m.register(pace.Part(0, registerMended)); err != nil {
		return nil, nil, nil, err
	}
	m.documents()
	if err := m.sets(pace.Part(registerMended, setsMended)); err != nil {
		return nil, nil, nil, err
	}
	if err := m.relations(pace.Part(setsMended, mended)); err != nil {
		return nil, nil, nil, err
	}
	p, repairs, err = f.project(pace.Part(mended, 1))
	return m, p, repairs, err
}
