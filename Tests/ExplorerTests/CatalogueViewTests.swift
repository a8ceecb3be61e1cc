import Checkpoints
import Encodings
import Export
import Screen
import TestSupport
import Testing

@testable import Explorer

@Suite struct CatalogueViewTests {
  private func catalogue(_ page: CataloguePage = .models) throws -> Exploration {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.after(.setPage(page))
    return exploration
  }

  @Test func everyModelOfTheCatalogueIsListedWithItsYearAndScheme() {
    let lines = CataloguePage.models.lines(in: .english)
    #expect(lines.compactMap(\.model).sorted() == Catalogue.names)
    #expect(lines.allSatisfy { !$0.year.isEmpty && !$0.scheme.isEmpty })
    #expect(lines.map(\.year) == lines.map(\.year).sorted())
  }

  @Test func timelineAndGuideNameModelsThatThereAre() {
    for page in [CataloguePage.timeline, .guide] {
      for line in page.lines(in: .english) {
        #expect(line.model.map(Catalogue.names.contains) ?? true, "\(line.name)")
      }
    }
  }

  @Test func theModelThatALineOpensHasTheSchemeItNames() throws {
    for page in [CataloguePage.timeline, .guide] {
      for line in page.lines(in: .english) {
        guard let name = line.model, let model = try Catalogue.entry(named: name)?.describe() else { continue }
        let schemes = model.groups.map { Language.english.summary(of: $0.encoding) }
        let words = line.scheme.split(separator: " ").filter { $0 != "·" && $0 != "(M-RoPE)" }
        #expect(schemes.contains { scheme in words.allSatisfy(scheme.contains) }, "\(line.name): \(schemes)")
      }
    }
  }

  @Test func theTimelineHasEverySchemeThatWasPublishedAndRunsForward() {
    let lines = CataloguePage.timeline.lines(in: .english)
    for scheme in Scheme.allCases where ![.none, .integer, .oneHot].contains(scheme) {
      #expect(lines.contains { $0.scheme.hasPrefix(scheme.rawValue) }, "\(scheme)")
    }
    #expect(lines.map(\.year) == lines.map(\.year).sorted())
  }

  @Test(arguments: CataloguePage.allCases) func bothLanguagesSayAsMuch(page: CataloguePage) {
    let (english, chinese) = (page.lines(in: .english), page.lines(in: .chinese))
    #expect(english.map(\.model) == chinese.map(\.model))
    #expect(zip(english, chinese).allSatisfy { $0.about != $1.about })
  }

  @Test func downAndUpChooseAndEnterOpensWhatIsChosen() throws {
    var exploration = try catalogue()
    let lines = CataloguePage.models.lines(in: .english)
    _ = exploration.after(.moveRows(3), .moveRows(-1))
    #expect(exploration.scene.catalogue.entry == 2)
    #expect(exploration.scene.position == 0)
    let effects = exploration.after(.toggleMagnified)
    #expect(effects == [.open(try #require(lines[2].model))])
    #expect(!exploration.scene.isMagnified)
  }

  @Test func theChoiceStaysAmongTheLines() throws {
    var exploration = try catalogue(.guide)
    _ = exploration.after(.moveRows(-5), .moveRows(Int.max))
    #expect(exploration.scene.catalogue.entry == CataloguePage.guide.lines(in: .english).count - 1)
    _ = exploration.after(.setPosition(0))
    #expect(exploration.scene.catalogue.entry == 0)
  }

  @Test func whatWasChosenIsShownAsAHeatmapAndTheWayBackIsKept() throws {
    var exploration = try catalogue()
    _ = exploration.command("filter gpt2")
    let model = try #require(Catalogue.entry(named: "gpt2")).describe()
    _ = exploration.after(.opened(Subject(argument: "gpt2", model: model)))
    #expect(exploration.scene.view == .heatmap)
    _ = exploration.after(.setView(.catalogue))
    #expect(exploration.scene.catalogue.filter == "gpt2")
  }

  @Test func aFilterIsTypedAfterASlash() throws {
    var exploration = try catalogue()
    _ = exploration.after(.openFilter)
    #expect(exploration.status.hasPrefix(":filter "))
    _ = exploration.after(.paste("yarn"), .type(Key(.enter)))
    let lines = exploration.scene.catalogue.lines(in: .english)
    #expect(!lines.isEmpty && lines.count < Catalogue.names.count)
    #expect(lines.allSatisfy { ($0.scheme + $0.about).lowercased().contains("yarn") })
    #expect(exploration.line(1).contains("holding «yarn»"))
    _ = exploration.command("filter")
    #expect(exploration.scene.catalogue.filter.isEmpty)
  }

  @Test func aFilterThatHoldsNothingSaysHowToListAll() throws {
    var exploration = try catalogue()
    _ = exploration.command("filter no such thing")
    #expect(plainText(of: exploration.frame).contains(":filter alone lists all"))
    #expect(exploration.after(.toggleMagnified) == [])
  }

  @Test func aSchemeWithoutAModelSaysWhatToTypeInstead() throws {
    var exploration = try catalogue(.timeline)
    _ = exploration.command("filter kerple")
    #expect(exploration.after(.toggleMagnified) == [])
    #expect(exploration.notice == .noExample("kerple"))
  }

  @Test func theNextQuantityIsTheNextPage() throws {
    var exploration = try catalogue()
    _ = exploration.after(.stepComponent(by: 1))
    #expect(exploration.scene.catalogue.page == .timeline)
    _ = exploration.command("catalogue guide")
    #expect(exploration.line(1).contains("which to use"))
  }
}
