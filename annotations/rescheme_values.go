package annotations

// refit says v as a value of the attribute, which may have another type or other
// options than the one that v was made for. Of several choices those stay that
// there are. It gives no value where nothing is left, and reports whether v is
// there as a whole. What has to do with entries is for rescheming.
func (a *Attribute) refit(v Value) (w Value, whole bool) {
	if v.check(a) == nil {
		return v, true
	}
	if v.Date != nil || v.Entries != nil || a.Type == Entries {
		return Value{}, false
	}
	words, all := v.Choices, max(1, len(v.Choices))
	if words == nil {
		words = []string{v.Text}
	}
	if a.Type == Choices {
		words = a.known(words)
	}
	w, err := a.Value(words...)
	if err != nil || w.check(a) != nil {
		return Value{}, false
	}
	return w, len(words) == all
}

// known gives those of some IDs that are options'.
func (a *Attribute) known(ids []string) []string {
	known := make([]string, 0, len(ids))
	for _, id := range ids {
		if a.option(id) >= 0 {
			known = append(known, id)
		}
	}
	return known
}
