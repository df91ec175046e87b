package session

import (
	"fmt"

	"spanwise/app/journal"
)

// LookForNews has the session ask its store what other tabs have made. It is
// called when there may be something, and costs little where there is nothing.
func (s *Session) LookForNews() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.store != nil {
		s.news = true
		s.save()
	}
}

// readNews takes in what other tabs have made.
func (s *Session) readNews() error {
	s.mu.Lock()
	s.news = false
	s.mu.Unlock()
	ctx, cancel := calling()
	defer cancel()
	records, err := s.store.Since(ctx, s.kept.at)
	if err != nil {
		return err
	}
	return s.follow(records, nil)
}

// appendMade gives the store all that was made by this moment.
func (s *Session) appendMade() error {
	s.mu.Lock()
	batch := s.made
	s.mu.Unlock()
	data := make([][]byte, len(batch))
	for i, m := range batch {
		data[i] = m.data
	}
	ctx, cancel := calling()
	defer cancel()
	records, err := s.store.Append(ctx, s.kept.at, data)
	if err != nil {
		return err
	}
	theirs, ours := records[:len(records)-len(batch)], records[len(records)-len(batch):]
	if len(theirs) > 0 {
		return s.follow(theirs, arrivedHere(batch, ours))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept.acknowledge(batch, ours)
	s.dropMade(len(batch))
	return nil
}

// arrivedHere is what was made here as the records that it became.
func arrivedHere(batch []*made, as []journal.Record) []arrived {
	all := make([]arrived, len(batch))
	for i, m := range batch {
		all[i] = arrived{position: as[i].Position, data: m.data, record: m.record, ours: m}
	}
	return all
}

// dropMade forgets what the store has by now, under the lock.
func (s *Session) dropMade(n int) {
	clear(s.made[:n]) // lets go of the records' memory
	s.made = s.made[n:]
}

// follow goes through records of other tabs and then through own ones, and does
// again, on what came of them, what was made here since.
func (s *Session) follow(theirs []journal.Record, own []arrived) error {
	if len(theirs) == 0 {
		return nil
	}
	pace := s.beside()
	news, err := arrivedFrom(theirs, pace.Part(0, 0.5))
	if err != nil {
		return err
	}
	s.findOurs(news)
	news = append(news, own...)
	var told []string
	next := s.kept
	next.known = s.kept.known.clone()
	err = next.followAll(news, pace.Part(0.5, 1), func(a arrived, came outcome) {
		told = append(told, next.tells(a, came)...)
	})
	if err != nil {
		return err
	}
	s.locking(func() {
		s.kept = next
		told = append(told, s.redoMade(news)...)
	})
	s.tell(told)
	return nil
}

// findOurs tells which records were made here: the store had taken them although
// it seemed to have failed.
func (s *Session) findOurs(news []arrived) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range news {
		for _, m := range s.made {
			if m.record.id == news[i].record.id {
				news[i].ours = m
			}
		}
	}
}

// redoMade does again, on what is kept now, what was made here and is not among
// the records that have come. It is called under the lock, and gives what there
// is to say of edits that can no longer be done.
func (s *Session) redoMade(news []arrived) (told []string) {
	come := map[*made]bool{}
	for _, a := range news {
		come[a.ours] = true
	}
	waiting := s.made
	s.made, s.state = nil, s.kept.state
	for _, m := range waiting {
		if come[m] {
			continue
		}
		then, done, err := s.state.after(m.record, nil)
		if err == nil {
			m.then, m.lost, s.state = then, done.nothing(), then
		}
		told = append(told, m.tells(done)...)
		s.made = append(s.made, m)
	}
	s.revision++
	return told
}

// tells says, once, what of an edit can no longer be done.
func (m *made) tells(done applied) (told []string) {
	if m.told || len(done.dropped) == 0 {
		return nil
	}
	m.told = true
	for _, why := range done.dropped {
		told = append(told, fmt.Sprintf("What you did last could not be kept, because of what another tab had done: %v", why))
	}
	return told
}
