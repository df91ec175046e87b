package bringing

// openAdded shows the first article that a file brought, unless a person is at
// work on the open one.
func (room *Room) openAdded(added []string) {
	if len(added) > 0 && room.desk.Set().Len() == 0 {
		room.desk.Ask.OpenArticle(added[0])
	}
}
