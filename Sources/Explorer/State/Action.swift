public import Encodings
public import Screen

/// Everything a person can do. A key, a typed command and a script all come down to one of these.
public enum Action: Hashable, Sendable {
  /// Move by so many rows of the heatmap: one position each, or one block when zoomed out.
  case moveRows(Int)
  /// Move by so many positions, whatever the zoom.
  case movePosition(by: Int)
  /// Move by so many screenfuls of positions.
  case movePages(Int)
  /// Go to a position.
  case setPosition(Int)
  /// Go to the last position shown.
  case moveToEnd
  /// Move the second position.
  case moveSecond(by: Int)
  /// Put the second position somewhere.
  case setSecond(Int)
  /// Put the second position where the first is.
  case markSecond
  /// Choose a pair further right or left.
  case movePair(by: Int)
  /// Choose a pair.
  case setPair(Int)
  /// Change the encoding.
  case apply(EncodingOptions)
  /// Multiply the base.
  case scaleBase(by: Double)
  /// Multiply the extension's factor.
  case scaleFactor(by: Double)
  /// Change the dimension by so many features.
  case moveDimension(by: Int)
  /// Take the next context extension, with the factor there is.
  case stepScaling(by: Int)
  /// Take the model's own encoding again.
  case resetEncoding
  /// Show the next group of layers.
  case stepGroup(by: Int)
  /// Show the group of this name.
  case setGroup(String)
  /// Show more positions (> 1) or fewer (< 1) about the one looked at.
  case zoom(Double)
  /// Show these positions.
  case setWindow(Range<Int>)
  /// Show one position in each row again, all columns, from the position looked at.
  case resetZoom
  /// Show more (> 1) or fewer (< 1) columns about the pair looked at.
  case zoomColumns(Double)
  /// Show these columns.
  case setColumns(Range<Int>)
  /// Show another head.
  case moveHead(by: Int)
  /// Show a head.
  case setHead(Int)
  /// Show attention on this sentence.
  case setSentence(Sentence)
  /// Show attention on the next of the example sentences.
  case stepSentence(by: Int)
  /// Let tokens see those after them, or not.
  case setCausal(Bool)
  /// The other of the two.
  case toggleCausal
  /// Show this of attention: the matrix, the orders, the mixing.
  case setFace(Scene.AttentionFace)
  /// Shift both positions by so much more for comparison.
  case moveShift(by: Int)
  /// Shift both positions by so much for comparison.
  case setShift(Int)
  /// Measure similarity so.
  case setMeasure(Scene.Measure)
  /// Extend to this length.
  case setTarget(Int)
  /// List the lines of the catalogue that hold a text; all for none.
  case filter(String)
  /// Open the command line to type a filter of the catalogue.
  case openFilter
  /// Show a page of the catalogue.
  case setPage(CataloguePage)
  /// Write the encoding as code in this language, and show it.
  case setDialect(Dialect)
  /// Show the next quantity: cosine, sine, table, angle …; of the code, the next language; of the catalogue, the next page.
  case stepComponent(by: Int)
  /// Show a quantity.
  case setComponent(Scene.Component)
  /// Show what another number format does.
  case setFormat(FloatFormat)
  /// Show the next number format.
  case stepFormat(by: Int)
  /// Cast something else to the format.
  case setCast(LowPrecision.Cast)
  /// Cast the inputs instead of the result, or back.
  case toggleCast
  /// Compare with another model, with other options, or with what suggests itself.
  case compare(Comparand)
  /// Count differences up to this one as none.
  case setTolerance(Double)
  /// Let a small table learn while one watches.
  case train(TrainingOrder)
  /// Play a lesson, or go on in it.
  case lesson(LessonMove)
  /// Go to the next view.
  case stepView(by: Int)
  /// Go to a view.
  case setView(ViewName)
  /// Arrange the panes so; with a view, let that stand beside the one looked at.
  case arrange(Arrangement, companion: ViewName?)
  /// Take the next arrangement that fits.
  case stepArrangement(by: Int)
  /// Look at the pane beside, and put the one looked at there.
  case swapPanes
  /// Let what was set up move, or pause it; position moves where nothing was set up.
  case togglePlay
  /// Move a quantity between two ends, or over what is shown.
  case play(Motion.Parameter, between: ClosedRange<Double>?)
  /// Let the spectrum go from the present extension's to another one's, pair by pair.
  case morph(to: ScalingOptions)
  /// Move nothing any more.
  case stopPlaying
  /// So many steps a second.
  case setRate(Double)
  /// So large a step.
  case setStep(Double)
  /// Whether a sweep begins again at its end.
  case setLoop(Bool)
  /// So many seconds went by.
  case elapse(Double)
  /// Let one pair fill the pane, or all of them again.
  case toggleMagnified
  /// Take the next theme.
  case stepTheme(by: Int)
  /// Take a theme.
  case setTheme(String)
  /// Speak a language.
  case setLanguage(Language)
  /// Undo the last change of what is shown.
  case undo
  /// Do again what was undone.
  case redo
  /// Show or hide the keys.
  case toggleHelp
  /// Say in sentences what the screen shows, or show it again.
  case describe
  /// Step back: out of the help, the message, the magnified pair.
  case back
  /// Take away what is said, and nothing else.
  case dismissNotice
  /// A digit of how many times the next key is meant.
  case count(digit: Int)
  /// Open the command line.
  case openCommandLine
  /// Open the list of everything there is to do, open or see.
  case openPalette
  /// A key typed into the command line or the palette.
  case type(Key)
  /// Text pasted into the command line.
  case paste(String)
  /// Open a model or a file.
  case open(String)
  /// Save what the screen shows; without a name, under one that is free.
  case saveScreen(path: String?, overwrite: Bool)
  /// Write the view's figure to a file.
  case saveFigure(path: String, overwrite: Bool)
  /// Put what the screen shows into the clipboard, as text.
  case copyScreen
  /// Hear the mouse, or leave it to the terminal.
  case toggleMouse
  /// Copy the command line that shows this scene again.
  case copyCommandLine
  /// Copy the whole program of the code view.
  case copyCode
  /// Keep the scene under a name, for another day.
  case keepSession(name: String, overwrite: Bool)
  /// Show a scene that was kept.
  case openSession(String)
  /// Show one of the scenes that come with the program.
  case openPreset(String)
  /// Draw the whole screen anew.
  case redraw
  /// Stop the program as the shell's job control does.
  case suspend
  /// End the program.
  case quit

  // What comes back from the world.

  /// A source was opened.
  case opened(Subject)
  /// A kept scene was read.
  case restored(Scene, name: String)
  /// A source to compare with was opened.
  case openedCounterpart(Subject)
  /// Something is to be said.
  case say(Notice)
  /// A file is there already: the person is to say whether it may be replaced.
  case ask(Overwriting)
  /// These files begin as the path at the cursor of the command line does.
  case offer(paths: [String], beginning: String)
  /// A moment has passed, as long as `Exploration.pulse` asked for.
  case tick
  /// The window has a new size.
  case resize(Size)
  /// The mouse did something.
  case mouse(Mouse)
  /// The terminal told its background.
  case background(Color)
  /// The terminal draws signs of ambiguous width too wide.
  case avoidAmbiguousSigns
}

/// What the program must do in the world. An effect is a value: the run loop performs it, tests compare it.
public enum Effect: Hashable, Sendable {
  /// Open a source and hand back `Action.opened` or `Action.say`.
  case open(String)
  /// Give the text to the person's clipboard.
  case copy(String)
  /// Keep the present scene under a name and hand back `Action.say`, or `Action.ask` where one is kept there already.
  case keepSession(name: String, overwrite: Bool)
  /// Read a kept scene and hand back `Action.restored` or `Action.say`.
  case openSession(name: String)
  /// Make a scene of arguments and hand back `Action.restored` or `Action.say`.
  case show(arguments: [String], name: String)
  /// Open a source to compare with and hand back `Action.openedCounterpart` or `Action.say`.
  case openCounterpart(String)
  /// Find the files whose paths begin so, and hand back `Action.offer`.
  case listPaths(beginning: String)
  /// Write the present frame to a file and hand back `Action.say`, or `Action.ask` where one is there already.
  case saveScreen(path: String?, overwrite: Bool)
  /// Write the figure of the present scene to a file and hand back `Action.say`, or `Action.ask` where one is there already.
  case saveFigure(path: String, overwrite: Bool)
  /// Put the text of the present frame into the clipboard.
  case copyScreen
  /// Let the terminal tell what the mouse does, or not.
  case reportMouse(Bool)
  /// Draw the whole screen anew.
  case redraw
  /// Stop as job control does.
  case suspend
  /// End.
  case quit
}
