package corpus

// WorkOut works out what is worked out once about a text (its SHA-256, its blocks, its mapper) and calls between
// after each, so that a long text does not take all of it in one piece. An error of between ends it and is returned.
func (d *Document) WorkOut(between func(done float64) error) error {
	steps := []func(){
		func() { d.SHA256() },
		func() { d.Mapper() },
		func() { d.Blocks() },
	}
	for i, step := range steps {
		step()
		if between == nil {
			continue
		}
		if err := between(float64(i+1) / float64(len(steps))); err != nil {
			return err
		}
	}
	return nil
}
