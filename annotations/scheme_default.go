package annotations

import "sync"

const defaultID = "default"

var readDefault = sync.OnceValue(func() *Scheme { return readReady(defaultID) })

// DefaultScheme is the scheme of a new project: Actor, Demand, Date and Source
// bias. Every call gives the same value, which is not to be changed.
func DefaultScheme() *Scheme { return readDefault() }
