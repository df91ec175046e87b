package ui

// projectsRoom is the projects of this browser.
type projectsRoom struct {
	page *Page

	projects projects
}
