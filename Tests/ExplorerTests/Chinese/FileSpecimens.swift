@testable import Explorer
import Screen

extension Specimens {
  /// What comes after a fault that any file can have; nil after the last.
  private static func next(after fault: FileFault) -> FileFault? {
    switch fault {
    case .syntax: .unreadable(.system(code: 13))
    case .unreadable(.system): .unreadable(.notAFile)
    case .unreadable(.notAFile): .unreadable(.tooLarge(limit: 1 << 20))
    case .unreadable(.tooLarge): .unreadable(.notUTF8)
    case .unreadable(.notUTF8): .repeatedKey("accent")
    case .repeatedKey: .unknownKey("acent", nearest: "accent")
    case .unknownKey: .missing("name")
    case .missing: .notAMapping("colors")
    case .notAMapping: nil
    }
  }

  static let themeProblems = all(from: ThemeProblem.file(.syntax("…"))) { problem in
    switch problem {
    case .file(let fault): next(after: fault).map { .file($0) } ?? .notColors("sequential")
    case .notColors: .notARing("maps.cyclic")
    case .notARing: .noMiddle("maps.diverging")
    case .noMiddle: .notAColor(key: "accent", value: "")
    case .notAColor(_, ""): .notAColor(key: "accent", value: "red")
    case .notAColor: .unknownAppearance("grey")
    case .unknownAppearance: .unknownParent("midnite", nearest: "midnight")
    case .unknownParent: .inheritsItself("mine")
    case .inheritsItself: .brokenParent("mine", line: 3)
    case .brokenParent: nil
    }
  }

  static let settingsProblems = all(from: SettingsProblem.file(.syntax("…"))) { problem in
    switch problem {
    case .file(let fault):
      next(after: fault).map { .file($0) }
        ?? .unknownValue(key: "theme", value: "x", nearest: "paper", known: ["paper"])
    case .unknownValue: .notAKey("Hyper-X")
    case .notAKey: .digit("3")
    case .digit: .boundTwice(key: "j", first: "next-row", second: "undo")
    case .boundTwice: .command("dim 63", .nothingToUndo)
    case .command: nil
    }
  }

  static let lessonProblems = all(from: LessonProblem.file(.syntax("…"))) { problem in
    switch problem {
    case .file(let fault): next(after: fault).map { .file($0) } ?? .notAList("steps")
    case .notAList: .notText("say")
    case .notText: .notANumber("pair")
    case .notANumber: .notARange("rows")
    case .notARange: .unknownView("dails", nearest: "dials")
    case .unknownView: .unboundKey("Hyper-X")
    case .unboundKey: .noAnswer
    case .noAnswer: .openBrace
    case .openBrace: .formula("2 +", FormulaError(offset: 3, problem: .endsEarly))
    case .formula: .command("dim 63", .nothingToUndo)
    case .command: .forbidden("quit")
    case .forbidden: .doesNotHold("d == 65", left: "64", right: "65")
    case .doesNotHold: .notAComparison("check")
    case .notAComparison: .choicesHolding(2)
    case .choicesHolding: .unchecked("64")
    case .unchecked: .onlyInOneLanguage("omega(0)")
    case .onlyInOneLanguage: .outOfPicture("i 40")
    case .outOfPicture: nil
    }
  }

  static let formulaProblems = all(from: FormulaError.Problem.unexpected("$")) { problem in
    switch problem {
    case .unexpected: .endsEarly
    case .endsEarly: .tooDeep
    case .tooDeep: .unknownName("omeg", nearest: "omega")
    case .unknownName: .wrongArguments("omega", parameters: "i")
    case .wrongArguments(_, "i"): .wrongArguments("beta", parameters: "")
    case .wrongArguments: .notInScene("omega(99)")
    case .notInScene: .notANumber
    case .notANumber: .command(.nothingToUndo)
    case .command: nil
    }
  }

  static let writeProblems = all(from: WriteProblem.exists) { problem in
    switch problem {
    case .exists: .notAFile
    case .notAFile: .isALink
    case .isALink: .unknownFormat(known: ["png"])
    case .unknownFormat: .notBuiltIn(format: "pdf")
    case .notBuiltIn: .tooLarge(width: 9, height: 9, options: ["--dpi", "--width"])
    case .tooLarge: .drawing("…")
    case .drawing: .system(code: 28)
    case .system: nil
    }
  }
}
