//! Text, as rustfmt leaves it with its defaults.

use super::RustOptions;
use super::item::{Item, Part};

/// The width of a line.
const WIDTH: usize = 100;
/// The width of the arguments of an attribute that stand in one line.
const ARGUMENTS: usize = 70;

/// The whole text: imports and items.
pub(super) fn file(items: &[Item], options: &RustOptions) -> String {
    let mut text = imports(items, options);
    for item in items {
        text.push('\n');
        write_item(item, &mut text);
    }
    text
}

fn imports(items: &[Item], options: &RustOptions) -> String {
    let arguments = items.iter().flat_map(|item| &item.arguments);
    let types = items.iter().flat_map(|item| item.parts.iter().filter_map(|part| part.ty.as_ref()));
    let uses_json = arguments.chain(types).any(|text| text.contains("serde_json::"));
    let uses = |attribute| items.iter().any(|item| item.attribute == attribute);
    let names =
        [("serde_json", uses_json), ("tencent_action", uses("tencent_action")), ("tencent_data", uses("tencent_data"))];
    let names: Vec<_> = names.into_iter().filter(|(_, used)| *used).map(|(name, _)| name).collect();
    let runtime = options.runtime.as_deref().unwrap_or("tencent_action");
    match &names[..] {
        [] => String::new(),
        [name] => format!("use {runtime}::{name};\n"),
        names => format!("use {runtime}::{{{}}};\n", names.join(", ")),
    }
}

fn write_item(item: &Item, text: &mut String) {
    write_docs(&item.docs, "", text);
    write_attribute(item.attribute, &item.arguments, text);
    for attribute in &item.attributes {
        line("", attribute, text);
    }
    let keyword = if item.is_enum { "enum" } else { "struct" };
    if item.parts.is_empty() {
        return line("", &format!("pub {keyword} {};", item.name), text);
    }
    line("", &format!("pub {keyword} {} {{", item.name), text);
    for part in &item.parts {
        write_part(part, text);
    }
    line("", "}", text);
}

fn write_attribute(name: &str, arguments: &[String], text: &mut String) {
    let inside = arguments.join(", ");
    if inside.is_empty() {
        line("", &format!("#[{name}]"), text);
    } else if inside.len() <= ARGUMENTS {
        line("", &format!("#[{name}({inside})]"), text);
    } else {
        line("", &format!("#[{name}("), text);
        for (at, argument) in arguments.iter().enumerate() {
            write_argument(argument, if at + 1 < arguments.len() { "," } else { "" }, text);
        }
        line("", ")]", text);
    }
}

/// An argument of its own line; a long `paginate(…)` takes several.
fn write_argument(argument: &str, comma: &str, text: &mut String) {
    let inside = argument.strip_prefix("paginate(").and_then(|rest| rest.strip_suffix(')'));
    match inside {
        Some(inside) if argument.len() + 5 > WIDTH => {
            line("    ", "paginate(", text);
            line("        ", &inside.replace(", ", ",\n        "), text);
            line("    ", &format!("){comma}"), text);
        }
        _ => line("    ", &format!("{argument}{comma}"), text),
    }
}

fn write_part(part: &Part, text: &mut String) {
    const INDENT: &str = "    ";
    write_docs(&part.docs, INDENT, text);
    for attribute in &part.attributes {
        line(INDENT, attribute, text);
    }
    match &part.ty {
        None => line(INDENT, &format!("{},", part.code), text),
        Some(ty) if INDENT.len() + part.code.len() + ": ".len() + ty.len() < WIDTH => {
            line(INDENT, &format!("{}: {ty},", part.code), text);
        }
        Some(ty) => {
            line(INDENT, &format!("{}:", part.code), text);
            line("        ", &format!("{ty},"), text);
        }
    }
}

fn write_docs(docs: &[String], indent: &str, text: &mut String) {
    for doc in docs {
        line(indent, if doc.is_empty() { "///".to_owned() } else { format!("/// {doc}") }.as_str(), text);
    }
}

fn line(indent: &str, line: &str, text: &mut String) {
    text.push_str(indent);
    text.push_str(line);
    text.push('\n');
}
