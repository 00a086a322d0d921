//! The architecture: data flow in one direction, and only certain modules use each outside crate.
//!
//! The test reads the paths in the sources, outside of comments and unit tests, and compares them with the plan below.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module, with all modules of the crate that it may use. Other modules may not exist.
const MODULES: &[(&str, &[&str])] = &[
    ("maths", &[]),
    ("amount", &[]),
    ("date", &[]),
    ("geometry", &[]),
    ("diagnostic", &["amount", "date"]),
    ("theme", &["maths"]),
    ("locale", &["amount", "date", "diagnostic", "maths"]),
    ("wire", &["amount", "date", "diagnostic", "maths"]),
    ("goal", &["amount", "date", "diagnostic", "maths", "wire"]),
    ("progress", &["amount", "date", "diagnostic", "goal", "maths"]),
    ("layout", &["amount", "geometry", "goal", "locale", "maths", "progress", "theme"]),
    ("report", &["amount", "date", "diagnostic", "goal", "locale", "progress"]),
    ("scene", &["geometry", "layout", "maths", "theme"]),
    ("paint", &["geometry", "layout", "maths", "scene", "theme"]),
    ("bridge", &["date", "diagnostic", "goal", "locale", "maths", "progress", "report", "wire"]),
    (
        "export",
        &[
            "amount",
            "bridge",
            "diagnostic",
            "geometry",
            "goal",
            "layout",
            "locale",
            "maths",
            "progress",
            "report",
            "scene",
            "theme",
            "wire",
        ],
    ),
    (
        "widget",
        &[
            "bridge",
            "diagnostic",
            "export",
            "geometry",
            "goal",
            "layout",
            "locale",
            "maths",
            "paint",
            "progress",
            "report",
            "scene",
            "theme",
            "wire",
        ],
    ),
    ("lib", &[]),
];

/// The same for the modules of `widget`.
const ROOMS: &[(&str, &[&str])] = &[
    ("calls", &[]),
    ("dom", &[]),
    ("listeners", &["calls"]),
    ("promise", &["calls"]),
    ("source", &["promise"]),
    ("appearance", &["dom"]),
    ("canvas", &["appearance", "dom"]),
    ("observers", &["canvas", "listeners"]),
    ("picture", &["appearance", "canvas"]),
    ("kept", &[]),
    ("root", &["appearance", "dom", "kept", "picture", "promise"]),
    ("interact", &["appearance", "dom", "kept", "listeners", "picture", "promise", "root"]),
    (
        "element",
        &["appearance", "calls", "canvas", "dom", "interact", "kept", "observers", "picture", "root", "source"],
    ),
];

/// Each outside name, with the modules that may use it.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("plotters", &["paint"]),
    // To read and to announce.
    ("serde", &["wire", "report", "bridge", "export", "widget"]),
    ("web_sys", &["widget"]),
    ("js_sys", &["bridge", "export", "widget"]),
    ("wasm_bindgen", &["bridge", "export", "widget"]),
    ("plotters_canvas", &["widget"]),
    ("serde_wasm_bindgen", &["bridge", "export"]),
    // No clocks: today's date is an argument.
    ("SystemTime", &[]),
    ("Instant", &[]),
];

/// The most lines of a file that is still easy to read.
const MOST_LINES: usize = 400;

/// Every source file, with its module.
fn sources(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the sources can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let inside = path.strip_prefix("src").expect("it lies below src").with_extension("");
            let module = inside.iter().next().expect("a file has a name").to_string_lossy().into_owned();
            files.push((module, path));
        }
    }
    files
}

/// The code without comments, strings and unit tests, in which only names of code are left.
fn code(source: &str) -> String {
    let shipped = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut code = String::new();
    for line in shipped.lines() {
        let line = line.split("//").next().unwrap_or_default();
        // Every second piece between quotes is a string.
        code.extend(line.split('"').step_by(2));
        code.push('\n');
    }
    code
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The modules named after a root such as `crate::`, alone or in braces.
fn named_modules(code: &str, root: &str) -> BTreeSet<String> {
    let mut modules = BTreeSet::new();
    for rest in code.split(root).skip(1) {
        let first = |path: &str| path.trim().chars().take_while(|c| is_name(*c)).collect::<String>();
        match rest.strip_prefix('{') {
            Some(list) => modules.extend(top_level(list).iter().map(|path| first(path))),
            None => _ = modules.insert(first(rest)),
        }
    }
    modules
}

/// The entries of a list in braces, up to its closing brace; nested lists stay whole.
fn top_level(list: &str) -> Vec<String> {
    let mut entries = vec![String::new()];
    let mut depth = 0;
    for character in list.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => entries.push(String::new()),
            _ => entries.last_mut().expect("there is one from the start").push(character),
        }
    }
    entries.retain(|entry| !entry.trim().is_empty());
    entries
}

fn says(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + name.len()..].chars().next();
        !before.is_some_and(is_name) && !after.is_some_and(is_name)
    })
}

/// The violations of the plan in `source`, a file of `module`.
fn violations(module: &str, source: &str) -> Vec<String> {
    let Some((_, allowed)) = MODULES.iter().find(|(name, _)| *name == module) else {
        return vec![format!("{module} has no place in the house")];
    };
    let code = code(source);
    let is_module = |name: &str| MODULES.iter().any(|(module, _)| *module == name);
    let upwards = named_modules(&code, "crate::")
        .into_iter()
        .filter(|name| is_module(name) && name != module && !allowed.contains(&name.as_str()))
        .map(|name| format!("{module} names {name}"));
    let outside = OUTSIDE
        .iter()
        .filter(|(name, modules)| !modules.contains(&module) && says(&code, name))
        .map(|(name, _)| format!("{module} names {name}"));
    upwards.chain(outside).collect()
}

#[test]
fn data_flow_one_way_and_each_outside_crate_is_used_where_it_may_be() {
    let sources = sources(Path::new("src"));
    assert!(sources.len() > 20, "the sources were not found");
    for (module, path) in sources {
        let source = fs::read_to_string(&path).expect("a source can be read");
        assert_eq!(violations(&module, &source), Vec::<String>::new(), "{}", path.display());
    }
}

/// The violations of the plan in `source`, a file of a module of the widget. `depth` is the number of folders below
/// `widget`.
fn violations_in_widget(room: &str, depth: usize, source: &str) -> Vec<String> {
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![format!("{room} has no place in the widget")];
    };
    let code = code(source);
    let is_room = |name: &str| ROOMS.iter().any(|(room, _)| *room == name);
    let named = named_modules(&code, &"super::".repeat(depth + 1)).into_iter().chain(named_modules(&code, "widget::"));
    named
        .filter(|name| is_room(name) && name != room && !allowed.contains(&name.as_str()))
        .map(|name| format!("{room} names {name}"))
        .collect()
}

#[test]
fn the_rooms_of_the_widget_import_one_way() {
    let files = sources(Path::new("src")).into_iter().filter(|(module, _)| module == "widget");
    let mut seen = 0;
    for (_, path) in files {
        let inside = path.strip_prefix("src/widget").unwrap_or(Path::new("")).with_extension("");
        // `widget.rs` itself only lists the modules.
        let Some(room) = inside.iter().next() else { continue };
        let source = fs::read_to_string(&path).expect("a source can be read");
        let room = room.to_string_lossy();
        let found = violations_in_widget(&room, inside.iter().count() - 1, &source);
        assert_eq!(found, Vec::<String>::new(), "{}", path.display());
        seen += 1;
    }
    assert!(seen >= ROOMS.len(), "only {seen} files");
}

#[test]
fn layout_knows_only_the_view_of_a_goal() {
    for (module, path) in sources(Path::new("src")) {
        let code = code(&fs::read_to_string(&path).expect("a source can be read"));
        let views = code.matches("goal::View").count();
        assert!(module != "layout" || code.matches("goal::").count() == views, "{}", path.display());
    }
}

#[test]
fn every_file_has_a_header_and_is_short() {
    for (_, path) in sources(Path::new("src")) {
        let source = fs::read_to_string(&path).expect("a source can be read");
        assert!(source.starts_with("//! "), "{} begins with something else", path.display());
        let lines = source.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", path.display());
    }
}

#[test]
fn the_plan_has_no_circle() {
    for plan in [MODULES, ROOMS] {
        for (index, (module, allowed)) in plan.iter().enumerate() {
            for name in *allowed {
                assert!(plan[..index].iter().any(|(below, _)| below == name), "{module} may name {name} above it");
            }
        }
    }
}

/// A test that reads source text must be able to fail.
#[test]
fn violations_of_the_plan_are_found() {
    let one = |module: &str, source: &str| violations(module, source).join("; ");
    assert_eq!(one("wire", "use crate::goal::Goal;"), "wire names goal");
    assert_eq!(one("progress", "fn f() { crate::wire::check(\"\") }"), "progress names wire");
    assert_eq!(one("layout", "use crate::{progress::{Week, Jam}, paint, theme::Ink};"), "layout names paint");
    assert_eq!(one("scene", "use plotters::prelude::*;"), "scene names plotters");
    assert_eq!(one("goal", "use std::time::Instant;"), "goal names Instant");
    assert_eq!(one("progress", "let day = js_sys::Date::now();"), "progress names js_sys");
    assert_eq!(one("attic", ""), "attic has no place in the house");
    assert_eq!(one("wire", "// crate::goal\n//! [`crate::goal`]\nlet x = \"crate::goal, plotters\";"), "");
    let room = |room: &str, depth: usize, source: &str| violations_in_widget(room, depth, source).join("; ");
    assert_eq!(room("canvas", 0, "use super::root::Root;"), "canvas names root");
    assert_eq!(room("interact", 1, "use super::super::element::Widget;"), "interact names element");
    assert_eq!(room("interact", 1, "use super::super::{dom, observers};"), "interact names observers");
    assert_eq!(room("interact", 1, "use super::menu::Menu;"), "", "a part of the same room");
    assert_eq!(room("dom", 0, "use crate::widget::root;"), "dom names root");
    assert_eq!(room("attic", 0, ""), "attic has no place in the widget");
    assert_eq!(one("wire", "use serde::de;\n#[cfg(test)]\nmod tests { use crate::goal; }"), "");
    assert_eq!(one("layout", "use crate::goal::View;\nuse crate::progress::Instantly;"), "");
}
