package session

import "fmt"

// Attempt does work that goes on beside the page, and gives a fault in it as an
// error: who waits for the work hears of it, and everything else goes on.
func Attempt(work func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a fault of Spanwise: %v", fault)
		}
	}()
	return work()
}
