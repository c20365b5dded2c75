// Of Embind's own library what no binding here hands over: wide strings and views of memory. Embind registers them
// whether they are used or not, with all that converts them; so they are registered as nothing.
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring__deps: [],
  _embind_register_std_wstring: function () {},
  _embind_register_memory_view__deps: [],
  _embind_register_memory_view: function () {},
});
