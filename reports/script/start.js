// Last: the page stands as its address says.
reveal();
