//! The house: data flows one way, and each outside crate is named in one place only.
//!
//! Reads the paths that the sources name, outside of comments and unit tests, and compares them with the plan below.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module, with all modules of the crate that it may name. Whoever is not listed may not be there.
const MODULES: &[(&str, &[&str])] = &[
    ("amount", &[]),
    ("date", &[]),
    ("maths", &[]),
    ("problem", &[]),
    ("theme", &["maths"]),
    ("words", &["date", "maths", "problem"]),
    ("wire", &["amount", "date", "maths", "problem"]),
    ("goal", &["amount", "date", "problem", "wire", "words"]),
    ("progress", &["amount", "date", "goal", "problem", "words"]),
    ("layout", &["goal", "maths", "progress", "theme", "words"]),
    ("scene", &["layout", "maths", "progress", "theme", "words"]),
    ("paint", &["layout", "scene", "theme"]),
    ("json", &["maths"]),
    ("js", &["goal", "json", "problem", "progress", "wire", "words"]),
    ("outlet", &["goal", "js", "layout", "paint", "problem", "progress", "scene", "theme", "wire", "words"]),
    (
        "widget",
        &["date", "goal", "js", "layout", "maths", "paint", "problem", "progress", "scene", "theme", "wire", "words"],
    ),
    ("lib", &["goal", "layout", "paint", "problem", "progress", "scene", "theme", "widget", "wire", "words"]),
];

/// Each outside name, with the modules that may say it.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("plotters", &["paint"]),
    // Read in, computed, and handed out.
    ("serde", &["wire", "progress", "scene", "json", "js", "outlet", "widget"]),
    ("web_sys", &["widget", "lib"]),
    ("js_sys", &["js", "outlet", "widget", "lib"]),
    ("wasm_bindgen", &["js", "outlet", "widget", "lib"]),
    ("plotters_canvas", &["widget", "lib"]),
    ("serde_wasm_bindgen", &["js", "outlet", "lib"]),
    // Clocks: what day it is, is an argument.
    ("SystemTime", &[]),
    ("Instant", &[]),
];

/// The longest file that is still read at one sitting.
const MOST_LINES: usize = 400;

/// Every source file, with the module that it belongs to.
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

/// The code without comments, texts and unit tests, in which only names of the crate's own code are left.
fn code(source: &str) -> String {
    let shipped = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut code = String::new();
    for line in shipped.lines() {
        let line = line.split("//").next().unwrap_or_default();
        // Every second piece between quotes is a text.
        code.extend(line.split('"').step_by(2));
        code.push('\n');
    }
    code
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The modules that stand behind `crate::`, alone or in braces.
fn named_modules(code: &str) -> BTreeSet<String> {
    let mut modules = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let first = |path: &str| path.trim().chars().take_while(|c| is_name(*c)).collect::<String>();
        match rest.strip_prefix('{') {
            Some(list) => modules.extend(top_level(list).iter().map(|path| first(path))),
            None => _ = modules.insert(first(rest)),
        }
    }
    modules
}

/// The entries of a list in braces, up to the brace that closes it, with lists inside left whole.
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

/// Everything that `source`, as a file of `module`, says against the plan.
fn violations(module: &str, source: &str) -> Vec<String> {
    let Some((_, allowed)) = MODULES.iter().find(|(name, _)| *name == module) else {
        return vec![format!("{module} has no place in the house")];
    };
    let code = code(source);
    let is_module = |name: &str| MODULES.iter().any(|(module, _)| *module == name);
    let upwards = named_modules(&code)
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
fn data_flow_one_way_and_outside_crates_have_one_door() {
    let sources = sources(Path::new("src"));
    assert!(sources.len() > 20, "the sources were not found");
    for (module, path) in sources {
        let source = fs::read_to_string(&path).expect("a source can be read");
        assert_eq!(violations(&module, &source), Vec::<String>::new(), "{}", path.display());
    }
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
fn every_file_says_what_it_is_for_and_is_short() {
    for (_, path) in sources(Path::new("src")) {
        let source = fs::read_to_string(&path).expect("a source can be read");
        assert!(source.starts_with("//! "), "{} begins with something else", path.display());
        let lines = source.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", path.display());
    }
}

#[test]
fn the_plan_has_no_circle() {
    for (index, (module, allowed)) in MODULES.iter().enumerate() {
        for name in *allowed {
            assert!(MODULES[..index].iter().any(|(below, _)| below == name), "{module} may name {name} above it");
        }
    }
}

/// A test that reads text must be able to fail.
#[test]
fn what_breaks_the_plan_is_found() {
    let one = |module: &str, source: &str| violations(module, source).join("; ");
    assert_eq!(one("wire", "use crate::goal::Goal;"), "wire names goal");
    assert_eq!(one("progress", "fn f() { crate::wire::check(\"\") }"), "progress names wire");
    assert_eq!(one("layout", "use crate::{progress::{Week, Jam}, paint, theme::Ink};"), "layout names paint");
    assert_eq!(one("scene", "use plotters::prelude::*;"), "scene names plotters");
    assert_eq!(one("goal", "use std::time::Instant;"), "goal names Instant");
    assert_eq!(one("progress", "let day = js_sys::Date::now();"), "progress names js_sys");
    assert_eq!(one("attic", ""), "attic has no place in the house");
    assert_eq!(one("wire", "// crate::goal\n//! [`crate::goal`]\nlet x = \"crate::goal, plotters\";"), "");
    assert_eq!(one("wire", "use serde::de;\n#[cfg(test)]\nmod tests { use crate::goal; }"), "");
    assert_eq!(one("layout", "use crate::goal::View;\nuse crate::progress::Instantly;"), "");
}
