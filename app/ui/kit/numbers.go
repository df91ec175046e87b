package kit

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// Percent is a share from 0 to 1 as a person reads it; 100 is for what is done.
func Percent(share float64) int { return max(0, min(99, int(math.Floor(share*100)))) }

// IndexOf reads the number that the element of an event carries.
func IndexOf(ctx app.Context, name string) int { return NumberIn(ctx.JSSrc(), name) }

// NumberIn reads a number that an element carries, -1 where there is none.
func NumberIn(element app.Value, name string) int {
	n, err := strconv.Atoi(browser.Data(element, name))
	if err != nil {
		return -1
	}
	return n
}
