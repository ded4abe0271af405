//! Declarations, as the program `tencent-action` writes them.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use tencent_action::spec::{Metadata, RustOptions, ServiceSpec, rust};

pub(crate) struct Declared {
    /// One after the other, with an empty line between them.
    pub(crate) text: String,
    pub(crate) actions: Vec<Action>,
}

/// The names of an action and of what it answers, if that isn't empty.
pub(crate) struct Action {
    pub(crate) name: String,
    pub(crate) response: Option<String>,
}

/// What the vendor publishes of Video on Demand.
pub(crate) fn vod(metadata: &Path) -> Result<ServiceSpec, Box<dyn Error>> {
    if !metadata.exists() {
        let place = metadata.display();
        return Err(format!("there is no metadata in {place}: tests/conformance/prepare fetches it").into());
    }
    Ok(Metadata::open(metadata)?.load("vod", "2018-07-17")?)
}

impl Declared {
    /// The whole of Video on Demand.
    pub(crate) fn vod(metadata: &Path) -> Result<Self, Box<dyn Error>> {
        Self::whole(&vod(metadata)?, RustOptions::default())
    }

    /// All actions of a service.
    pub(crate) fn whole(spec: &ServiceSpec, options: RustOptions) -> Result<Self, Box<dyn Error>> {
        Ok(Self::of(&rust(spec, spec.actions.keys(), &options.without_docs())?))
    }

    /// So many actions, each with six members and an answer of four.
    pub(crate) fn synthetic(actions: usize) -> Self {
        let mut text = String::from("use tencent_action::{tencent_action, tencent_data};\n");
        for number in 0..actions {
            // Writing to a string can't fail.
            _ = write!(
                text,
                "
#[tencent_action(service = \"vod\", version = \"2018-07-17\", response = Answer{number})]
pub struct Action{number} {{
    pub task_id: String,
    pub operation: String,
    pub sub_app_id: Option<u64>,
    pub limit: Option<i64>,
    pub names: Option<Vec<String>>,
    pub price: Option<f64>,
}}

#[tencent_data]
pub struct Answer{number} {{
    pub status: Option<String>,
    pub total_count: Option<u64>,
    pub ids: Vec<String>,
    pub price: Option<f64>,
}}
"
            );
        }
        Self::of(&text)
    }

    /// How many structs and enums there are.
    pub(crate) fn items(&self) -> usize {
        self.text.lines().filter(|line| line.starts_with("pub struct ") || line.starts_with("pub enum ")).count()
    }

    /// Derives for debugging and the like cost either side the same, and aren't what is compared.
    fn of(text: &str) -> Self {
        let text: String = text.split_inclusive('\n').filter(|line| !line.starts_with("#[derive(")).collect();
        let items = text.split("\n\n").filter(|item| item.starts_with("#[tencent_action("));
        let actions = items.map(Action::of).collect();
        Self { text, actions }
    }
}

impl Action {
    fn of(item: &str) -> Self {
        let after = |begin: &str, end: &[char]| {
            let (_, rest) = item.split_once(begin)?;
            rest.split(end).next().map(str::to_owned)
        };
        let name = after("\npub struct ", &[' ', ';']).unwrap_or_default();
        Self { name, response: after("response = ", &[',', ')', '\n']) }
    }
}
