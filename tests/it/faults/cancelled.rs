//! Calls that are given up: polled so many times, for each number of times until they are done, and then dropped. Whatever a
//! call holds then goes back: its turn, its part in a refresh. What it hasn't come to costs nothing.

mod behind;
mod budget;
mod everywhere;
mod steps;
mod world;
